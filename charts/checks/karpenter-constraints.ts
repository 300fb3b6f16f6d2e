import { launchedPools } from "../../config/derived/node-scaling";
import type { Platform } from "../../config/platform";
import { POOL_LABEL } from "../../config/reference/node-labels";
import type { KubeObject } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, textAt } from "./object-readers";
import { requiredNodePools } from "./strimzi-objects";

type Path = readonly (string | number)[];

const CONSTRAINTS = "topologySpreadConstraints";

/** What Karpenter doesn't read of a spread constraint, with the value that is what it does anyway. */
const IGNORED: readonly { readonly field: string; readonly harmless?: string }[] = [
  { field: "matchLabelKeys" },
  { field: "nodeAffinityPolicy", harmless: "Honor" },
  { field: "nodeTaintsPolicy", harmless: "Ignore" },
];

/** Judges what an object demands of pods, in its own template or for those that an operator makes. */
export const karpenterConstraints: ManifestCheck = {
  title: "What spread constraints demand of pods that Karpenter launches nodes for is something that it knows",
  severity: "high",
  why: "Karpenter would launch a node where it thinks that the pod may be, the scheduler would refuse it there, and so on for ever.",
  remediation:
    "Leave the field that Karpenter ignores out of the constraint, or set its whenUnsatisfiable to ScheduleAnyway.",
  source:
    "Karpenter 0.37.0, pkg/controllers/provisioning/scheduling/topology.go (newForTopologies); kubernetes-sigs/karpenter issues 430 and 1569",
  link: "https://karpenter.sh/docs/concepts/scheduling/",
  find: ({ objects, platform }) =>
    objects.flatMap((object) =>
      podsIn(object, []).flatMap(({ path, pod }) => (mayLaunchFor(pod, platform) ? ignored(object, path, pod) : [])),
    ),
};

interface Pod {
  readonly path: Path;
  readonly pod: Readonly<Record<string, unknown>>;
}

/** Whatever in an object has spread constraints: the template of a workload, or what an operator makes pods from. */
function podsIn(value: unknown, path: Path): readonly Pod[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => podsIn(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  const pod = value as Pod["pod"];
  const below = Object.entries(pod).flatMap(([key, item]) => podsIn(item, [...path, key]));
  return Array.isArray(pod[CONSTRAINTS]) ? [{ path, pod }, ...below] : below;
}

/** Whether one of the pools that a pod may be on gets nodes from Karpenter. A pod that names none may be on any. */
function mayLaunchFor(pod: Pod["pod"], platform: Platform): boolean {
  const selected = textAt(pod, ["nodeSelector", POOL_LABEL]);
  const named = selected === "" ? requiredNodePools(pod, platform) : [selected];
  const replaced = Object.values(launchedPools(platform)).map(({ replaces }) => replaces);
  return named.length === 0 ? replaced.length > 0 : named.some((pool) => replaced.includes(pool));
}

function ignored(object: KubeObject, path: Path, pod: Pod["pod"]): readonly ManifestFinding[] {
  return listAt(pod, [CONSTRAINTS]).flatMap((constraint, index) => {
    if (textAt(constraint, ["whenUnsatisfiable"]) !== "DoNotSchedule") return [];
    return IGNORED.filter(
      ({ field, harmless }) => isSet(constraint, field) && textAt(constraint, [field]) !== harmless,
    ).map(({ field }) =>
      finding(
        object,
        [...path, CONSTRAINTS, index, field],
        `Karpenter ignores ${field}: demand what needs none, or say ScheduleAnyway`,
      ),
    );
  });
}

function isSet(constraint: unknown, field: string): boolean {
  return listAt(constraint, [field]).length > 0 || textAt(constraint, [field]) !== "";
}
