import { budgetCoverage } from "../../../../policies/rules/workloads/budget-coverage";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { budget, cronJob, deployment } from "./workload-objects";

const WEB = "apps/Deployment shop/web: ";
const autoscaler = (minReplicas?: number) => ({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name: "web-scaler", namespace: "shop" },
  spec: { minReplicas, maxReplicas: 9, scaleTargetRef: { kind: "Deployment", name: "web" } },
});

describeRule(budgetCoverage, {
  good: () => ({ objects: [deployment(), cronJob(), budget()] }),
  breaks: [
    [
      "pods without a budget",
      (things) => things.objects.pop(),
      [`${WEB}: runs 2 pods or more, and no disruption budget selects them`],
    ],
    [
      "a budget of another namespace",
      (things) => Object.assign(objectNamed(things, "web-budget").metadata, { namespace: "other" }),
      [`${WEB}: runs 2 pods or more, and no disruption budget selects them`],
    ],
    [
      "a budget for other pods",
      (things) => Object.assign(objectNamed(things, "web-budget").spec.selector, { matchLabels: { app: "other" } }),
      [`${WEB}: runs 2 pods or more, and no disruption budget selects them`],
    ],
    [
      "pods that an autoscaler keeps at three",
      (things) => {
        delete objectNamed(things, "web").spec.replicas;
        things.objects[2] = autoscaler(3);
      },
      [`${WEB}: runs 3 pods or more, and no disruption budget selects them`],
    ],
  ],
  ignores: [
    ["one pod", (things) => Object.assign(objectNamed(things, "web").spec, { replicas: 1 })],
    [
      "pods that an autoscaler may take down to one",
      (things) => {
        things.objects[2] = autoscaler();
      },
    ],
  ],
});
