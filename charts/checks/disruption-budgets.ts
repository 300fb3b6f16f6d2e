import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { selects } from "./label-selector";
import { isReplicated, replicasOf } from "./pod-amounts";
import { podTemplates } from "./pod-templates";

/** A disruption budget covers pods, and lets at least one of them go. */
export const disruptionBudgets: ManifestCheck = {
  why: "A budget without pods protects nothing; one that lets none go stops every drain, and with it every update of a node.",
  source: "Kubernetes, Specifying a Disruption Budget for your Application",
  find: ({ objects }) =>
    objects
      .filter(({ kind, apiVersion }) => kind === "PodDisruptionBudget" && apiVersion.startsWith("policy/"))
      .flatMap((budget) => judge(budget, objects)),
};

function judge(budget: KubeObject, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  const object = referenceOf(budget);
  const selector = valueAt(budget, ["spec", "selector"]);
  const covered = podTemplates(objects).filter(
    (template) =>
      isReplicated(template) &&
      template.object.metadata.namespace === budget.metadata.namespace &&
      selects(selector, template.labels),
  );
  if (covered.length === 0) {
    return [{ object, path: ["spec", "selector"], message: "selects no pod of this namespace" }];
  }
  const pods = covered.reduce((sum, template) => sum + replicasOf(template), 0);
  return (["maxUnavailable", "minAvailable"] as const).flatMap((field): ManifestFinding[] => {
    const value = valueAt(budget, ["spec", field]);
    if (value === undefined) return [];
    // Kubernetes rounds both up.
    const share = typeof value === "string" ? Math.ceil((Number.parseInt(value, 10) / 100) * pods) : Number(value);
    const mayGo = field === "maxUnavailable" ? share : pods - share;
    if (mayGo > 0) return [];
    return [
      {
        object,
        path: ["spec", field],
        message: `${field} ${value} of ${pods} pods lets none go: no node with one can be drained`,
      },
    ];
  });
}
