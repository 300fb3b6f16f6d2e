import { ZONE_LABEL } from "../../config/reference/node-labels";
import { referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { selects } from "./label-selector";
import { listAt } from "./object-readers";
import { isReplicated, replicasOf } from "./pod-amounts";
import { type PodTemplate, podTemplates } from "./pod-templates";

/** From how many pods on a workload is expected to outlive a zone. */
export const SPREAD_FROM = 3;

/** A rule that selects other pods than its own spreads nothing. */
export const zoneSpread: ManifestCheck = {
  title: `Workloads of ${SPREAD_FROM} pods and more spread over zones, by a rule that is about themselves`,
  severity: "medium",
  why: "Kubernetes' own preference for different zones is weak: all pods may be in the one that fails.",
  remediation: `Add a topologySpreadConstraint or an anti-affinity with topologyKey ${ZONE_LABEL} whose labelSelector matches the workload's own pods.`,
  source: "document 000, section 2 (3 Availability Zones); Kubernetes, Pod Topology Spread Constraints",
  link: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
  find: ({ objects }) =>
    podTemplates(objects)
      .filter((template) => isReplicated(template) && replicasOf(template) >= SPREAD_FROM)
      .flatMap(judge),
};

function judge(template: PodTemplate): readonly ManifestFinding[] {
  const { object, path, spec, labels } = template;
  const rules = [...listAt(spec, ["topologySpreadConstraints"]), ...antiAffinity(spec)].filter(
    (rule) => valueAt(rule, ["topologyKey"]) === ZONE_LABEL,
  );
  if (rules.some((rule) => selects(valueAt(rule, ["labelSelector"]), labels))) return [];
  const replicas = replicasOf(template);
  const message =
    rules.length === 0
      ? `${replicas} pods, and nothing spreads them over zones (topologyKey ${ZONE_LABEL})`
      : `${replicas} pods, and no rule over zones selects them: ${JSON.stringify(labels)}`;
  return [{ object: referenceOf(object), path: [...path, "spec", "topologySpreadConstraints"], message }];
}

/** Terms of anti-affinity, demanded or preferred. */
function antiAffinity(spec: PodTemplate["spec"]): readonly unknown[] {
  const terms = (when: string) =>
    listAt(spec, ["affinity", "podAntiAffinity", `${when}DuringSchedulingIgnoredDuringExecution`]);
  return [...terms("required"), ...terms("preferred").map((term) => valueAt(term, ["podAffinityTerm"]))];
}
