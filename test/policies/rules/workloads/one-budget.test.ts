import { oneBudget } from "../../../../policies/rules/workloads/one-budget";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { budget, deployment } from "./workload-objects";

const other = () => {
  const found = budget("other-budget");
  found.spec.selector = { matchLabels: { app: "other" } };
  return found;
};
const BUDGET = "policy/PodDisruptionBudget shop";

describeRule(oneBudget, {
  good: () => ({ objects: [deployment(), budget(), other()] }),
  holds: [
    [
      "a budget of another namespace",
      (things) => {
        objectNamed(things, "other-budget").metadata.namespace = "elsewhere";
        objectNamed(things, "other-budget").spec.selector = {};
      },
    ],
  ],
  breaks: [
    [
      "a second budget for the same pods",
      (things) =>
        Object.assign(objectNamed(things, "other-budget").spec, { selector: { matchLabels: { app: "web" } } }),
      [
        `${BUDGET}/web-budget: spec.selector: shares pods with other-budget: Deployment web`,
        `${BUDGET}/other-budget: spec.selector: shares pods with web-budget: Deployment web`,
      ],
    ],
    [
      "a budget for the whole namespace beside another",
      (things) => Object.assign(objectNamed(things, "other-budget").spec, { selector: {} }),
      [
        `${BUDGET}/web-budget: spec.selector: shares pods with other-budget: Deployment web`,
        `${BUDGET}/other-budget: spec.selector: shares pods with web-budget: Deployment web`,
      ],
    ],
  ],
});

describeRule(
  { ...oneBudget, id: `${oneBudget.id} with a Deployment of the stack file` },
  {
    good: () => ({
      objects: [teamBudget("a"), { ...teamBudget("b"), spec: { selector: { matchLabels: { app: "b" } } } }],
    }),
    breaks: [
      [
        "two budgets for a team's pods",
        (things) => {
          things.objects = [teamBudget("a"), teamBudget("b")];
        },
        [
          "policy/PodDisruptionBudget checkout-prod/a: spec.selector: shares pods with b: Deployment checkout-service",
          "policy/PodDisruptionBudget checkout-prod/b: spec.selector: shares pods with a: Deployment checkout-service",
        ],
      ],
    ],
  },
);

function teamBudget(name: string) {
  const selector = { matchLabels: { "app.kubernetes.io/name": "checkout-service" } };
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name, namespace: "checkout-prod" },
    spec: { maxUnavailable: 1, selector },
  };
}
