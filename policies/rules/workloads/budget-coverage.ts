import { selects } from "../../../charts/checks/label-selector";
import { numberAt, textAt } from "../../../charts/checks/object-readers";
import { isReplicated, replicasOf } from "../../../charts/checks/pod-amounts";
import type { PodTemplate } from "../../../charts/checks/pod-templates";
import { autoscalersOf } from "../../../charts/checks/scaled-workloads";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import type { Estate } from "../../estate";
import { podRule, problem } from "../../rule";

/** From how many pods on a budget can let one go and keep one. */
const BUDGET_FROM = 2;

/** What has more than one pod has a budget. Workloads of teams are not rendered here, and their budgets are theirs to ask for. */
export const budgetCoverage = podRule(
  {
    id: "budget-coverage",
    title: "Workloads of two pods and more have a disruption budget",
    severity: "medium",
    enforcement: "mandatory",
    why: "Nodes are drained several at a time, when Karpenter consolidates or a group is updated: all pods of a service may go in the same minute.",
    remediation: "Add a PodDisruptionBudget that selects the pods, with maxUnavailable 1.",
    link: "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/",
  },
  {
    when: (template, estate) => isReplicated(template) && leastPods(template, estate) >= BUDGET_FROM,
    check: (template, estate) => {
      const { namespace } = template.object.metadata;
      const covered = estate
        .ofKind("policy/PodDisruptionBudget")
        .some(
          ({ metadata, spec }) =>
            metadata.namespace === namespace && selects(valueAt(spec, ["selector"]), template.labels),
        );
      const message = `runs ${leastPods(template, estate)} pods or more, and no disruption budget selects them`;
      return covered ? [] : [problem("", message)];
    },
  },
);

/** An autoscaler's minimum counts before what the workload says; one where it states none, as the API has it. */
function leastPods(template: PodTemplate, { objects }: Estate): number {
  const autoscaler = autoscalersOf(objects).find((one) => isTargetOf(one, template.object));
  return autoscaler === undefined ? replicasOf(template) : numberAt(autoscaler, ["spec", "minReplicas"]) || 1;
}

function isTargetOf(autoscaler: KubeObject, { kind, metadata }: KubeObject): boolean {
  const target = (field: string) => textAt(autoscaler, ["spec", "scaleTargetRef", field]);
  return (
    autoscaler.metadata.namespace === metadata.namespace && target("kind") === kind && target("name") === metadata.name
  );
}
