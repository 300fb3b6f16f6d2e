import { valueAt } from "../../../charts/kube-object";
import { fieldFromTo } from "../amounts";
import type { Subject, TypeRows } from "../row";

/** What changes of the number of pods that there are, or that may be missing, do. */
export const AVAILABILITY_ROWS: readonly TypeRows[] = [
  {
    of: ["autoscaling/HorizontalPodAutoscaler"],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "pods come or go as the new bounds and goals say; the others go on",
        source: 'Kubernetes, "Horizontal Pod Autoscaling"',
      },
    ],
    removed: [
      {
        class: "in place",
        reason: "the number of pods stays as it is, whatever the load",
        source: 'Kubernetes, "Horizontal Pod Autoscaling"',
      },
    ],
  },
  {
    of: ["policy/PodDisruptionBudget"],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: (change) => `drains may from then on take other numbers of its pods at once, ${fieldFromTo(change)}`,
        source: 'Kubernetes, "Disruptions"',
      },
    ],
    removed: [
      {
        class: "in place",
        reason: (subject) =>
          `nothing is ended now, but drains may take all pods of ${selected(subject)} at once: those of node updates, of Karpenter and of the autoscaler`,
        source: 'Kubernetes, "Disruptions"',
      },
    ],
    added: [
      {
        class: "in place",
        reason: "drains wait from then on until the budget lets them go on",
        source: 'Kubernetes, "Disruptions"',
      },
    ],
  },
];

/** The pods of a budget, by their labels. */
function selected({ before }: Subject): string {
  const labels = valueAt(before, ["spec", "selector", "matchLabels"]) ?? {};
  const texts = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return texts.length === 0 ? "its selector" : texts.join(", ");
}
