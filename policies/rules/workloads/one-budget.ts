import { selects } from "../../../charts/checks/label-selector";
import { podTemplates } from "../../../charts/checks/pod-templates";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { teamDeployments } from "../../../config/derived/service-quotas";
import type { Estate } from "../../estate";
import { objectRule, problem } from "../../rule";

const BUDGET = "policy/PodDisruptionBudget";

/** No pod has two budgets. Whether one lets pods go, and covers any, is rule disruption-budgets. */
export const oneBudget = objectRule(
  {
    id: "one-budget",
    title: "A pod has one disruption budget at most",
    severity: "high",
    enforcement: "mandatory",
    why: "The API server refuses to evict a pod with two budgets, whatever they allow: its node can never be drained.",
    remediation: "Leave one budget for the pods, or narrow the selectors until they share none.",
    link: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  },
  {
    kinds: [BUDGET],
    check: (budget, estate) => {
      const workloads = workloadsIn(estate);
      const covered = workloads.filter((workload) => covers(budget, workload));
      return estate
        .ofKind(BUDGET)
        .filter((other) => other !== budget)
        .flatMap((other) => {
          const shared = covered.filter((workload) => covers(other, workload)).map(({ text }) => text);
          if (shared.length === 0) return [];
          return [problem(["spec", "selector"], `shares pods with ${other.metadata.name}: ${shared.join(", ")}`)];
        });
    },
  },
);

/** Something whose pods are known: rendered here, or a team's own of the stack file. */
interface Workload {
  /** `Deployment web` */
  readonly text: string;
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, unknown>>;
}

function workloadsIn({ objects, platform }: Estate): readonly Workload[] {
  const rendered = podTemplates(objects).map(({ object: { kind, metadata }, labels }) => ({
    text: `${kind} ${metadata.name}`,
    namespace: metadata.namespace,
    labels,
  }));
  const teams = Object.entries(teamDeployments(platform)).map(([name, { namespace, labels }]) => ({
    text: `Deployment ${name}`,
    namespace,
    labels,
  }));
  return [...rendered, ...teams];
}

function covers({ metadata, spec }: KubeObject, { namespace, labels }: Workload): boolean {
  return namespace === metadata.namespace && selects(valueAt(spec, ["selector"]), labels);
}
