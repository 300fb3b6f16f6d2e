import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { selects } from "./label-selector";
import { type ScaledWorkload, scaledWorkloads } from "./scaled-workloads";

/** Counts the fewest pods that there may be: the minimum of an autoscaler, where there is one. */
export const disruptionBudgets: ManifestCheck = {
  title: "A disruption budget covers pods, and lets at least one of them go",
  severity: "medium",
  why: "A budget without pods protects nothing; one that lets none go stops every drain, and with it every update of a node.",
  remediation:
    "Let the selector match labels of pods in the namespace, and raise maxUnavailable or lower minAvailable until one of the fewest pods may go.",
  source: "Kubernetes, Specifying a Disruption Budget for your Application",
  link: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  find: ({ objects, platform }) =>
    objects
      .filter(({ kind, apiVersion }) => kind === "PodDisruptionBudget" && apiVersion.startsWith("policy/"))
      .flatMap((budget) => judge(budget, scaledWorkloads(objects, platform))),
};

function judge(budget: KubeObject, workloads: readonly ScaledWorkload[]): readonly ManifestFinding[] {
  const object = referenceOf(budget);
  const selector = valueAt(budget, ["spec", "selector"]);
  const covered = workloads.filter(
    ({ namespace, labels }) => namespace === budget.metadata.namespace && selects(selector, labels),
  );
  if (covered.length === 0) {
    return [{ object, path: ["spec", "selector"], message: "selects no pod of this namespace" }];
  }
  const pods = covered.reduce((sum, { least }) => sum + least, 0);
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
