import { disruptionBudgets } from "../../../charts/checks/disruption-budgets";
import { horizontalAutoscalers } from "../../../charts/checks/horizontal-autoscalers";
import type { KubeObject } from "../../../charts/kube-object";
import { messagesIn, workload } from "./workload-fixture";

const autoscaler = (spec: object = {}, name = "a", namespace = "a"): KubeObject => ({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name, namespace },
  spec: {
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "a" },
    minReplicas: 2,
    maxReplicas: 6,
    ...spec,
  },
});

/** A Deployment that leaves the number of its pods to others. */
const target = (): KubeObject => {
  const { spec, ...made } = workload({ kind: "Deployment" });
  const { replicas: _, ...rest } = spec as Record<string, unknown>;
  return { ...made, spec: rest } as KubeObject;
};

it("an autoscaler with a target and room is right", () => {
  expect(messagesIn(horizontalAutoscalers, target(), autoscaler())).toEqual([]);
});

it("so is one of a team's Deployment, which the stack file names", () => {
  const scaleTargetRef = { apiVersion: "apps/v1", kind: "Deployment", name: "checkout-service" };
  expect(messagesIn(horizontalAutoscalers, autoscaler({ scaleTargetRef }, "a", "checkout-prod"))).toEqual([]);
  expect(messagesIn(horizontalAutoscalers, autoscaler({ scaleTargetRef }, "a", "orders-prod"))).toEqual([
    "there is no Deployment checkout-service in orders-prod",
  ]);
});

it.each([
  ["no room", { minReplicas: 6 }, "6, with at least 6 pods: there is nothing to scale"],
  ["bounds the wrong way round", { minReplicas: 7 }, "6, with at least 7 pods: there is nothing to scale"],
  [
    "room for one pod alone",
    { minReplicas: undefined, maxReplicas: 1 },
    "1, with at least 1 pods: there is nothing to scale",
  ],
  ["no target", { scaleTargetRef: { kind: "Deployment", name: "b" } }, "there is no Deployment b in a"],
  [
    "a way that is closed",
    { behavior: { scaleDown: { selectPolicy: "Disabled" } } },
    "scaleDown is disabled: pods would only ever change one way",
  ],
  [
    "policies that allow nothing",
    { behavior: { scaleUp: { policies: [{ type: "Pods", value: 0, periodSeconds: 15 }] } } },
    "scaleUp is disabled: pods would only ever change one way",
  ],
])("finds %s", (_, spec, message) => {
  expect(messagesIn(horizontalAutoscalers, target(), autoscaler(spec))).toEqual([message]);
});

it("finds two of one target", () => {
  expect(messagesIn(horizontalAutoscalers, target(), autoscaler(), autoscaler({}, "b"))).toEqual([
    "Deployment a is scaled by a already",
  ]);
});

it("finds a target that states its number as well", () => {
  expect(messagesIn(horizontalAutoscalers, workload({ kind: "Deployment" }), autoscaler())).toEqual([
    "is set here and by autoscaler a: leave it out",
  ]);
});

describe("with a disruption budget", () => {
  const budget = (minAvailable: number): KubeObject => ({
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name: "a", namespace: "a" },
    spec: { minAvailable, selector: { matchLabels: { app: "a" } } },
  });

  it("the least pods count, not those that the Deployment happens to have", () => {
    expect(messagesIn(disruptionBudgets, target(), autoscaler(), budget(1))).toEqual([]);
    expect(messagesIn(disruptionBudgets, workload({ kind: "Deployment" }), autoscaler(), budget(2))).toEqual([
      "minAvailable 2 of 2 pods lets none go: no node with one can be drained",
    ]);
  });

  it("a team's Deployment counts with its least, too", () => {
    const cache = (minAvailable: number): KubeObject => ({
      ...budget(minAvailable),
      metadata: { name: "a", namespace: "user-profile-prod" },
      spec: { minAvailable, selector: { matchLabels: { "app.kubernetes.io/name": "user-profile-cache" } } },
    });
    expect(messagesIn(disruptionBudgets, cache(3))).toEqual([]);
    expect(messagesIn(disruptionBudgets, cache(4))).toHaveLength(1);
  });
});
