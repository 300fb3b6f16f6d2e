import { limitRanges } from "../../../charts/checks/limit-ranges";
import { resourceQuotas } from "../../../charts/checks/resource-quotas";
import type { KubeObject } from "../../../charts/kube-object";
import { messagesIn, workload } from "./workload-fixture";

const range = (fields: object = {}, namespace = "a"): KubeObject => ({
  apiVersion: "v1",
  kind: "LimitRange",
  metadata: { name: "a", namespace },
  spec: {
    limits: [
      {
        type: "Container",
        defaultRequest: { cpu: "100m", memory: "128Mi" },
        default: { cpu: "500m", memory: "512Mi" },
        max: { cpu: "2", memory: "2Gi" },
        ...fields,
      },
    ],
  },
});
const quota = (hard: object, namespace = "a"): KubeObject => ({
  apiVersion: "v1",
  kind: "ResourceQuota",
  metadata: { name: "a", namespace },
  spec: { hard },
});
const sized = (limits: object) =>
  workload({
    spec: { containers: [{ name: "a", resources: { requests: { cpu: "500m", memory: "1Gi" }, limits } }] },
  });
const LIMITS = { cpu: "1", memory: "2Gi" };

describe("check limit-ranges", () => {
  it("a range in order, with containers within it, is right", () => {
    expect(messagesIn(limitRanges, range(), sized(LIMITS))).toEqual([]);
  });

  it.each([
    ["default above max", { default: { cpu: "3", memory: "1Gi" } }, "2 is less than default, 3"],
    ["defaultRequest above default", { defaultRequest: { cpu: "600m" } }, "500m is less than defaultRequest, 600m"],
    ["defaultRequest below min", { min: { memory: "256Mi" } }, "128Mi is less than min, 256Mi"],
  ])("finds %s", (_, fields, message) => {
    expect(messagesIn(limitRanges, range(fields))).toEqual([message]);
  });

  it("finds a container beyond the range of its namespace, and of no other", () => {
    expect(messagesIn(limitRanges, range(), sized({ cpu: "1", memory: "3Gi" }))).toEqual([
      "3Gi is more than the limit range of a allows: 2Gi",
    ]);
    expect(messagesIn(limitRanges, range({}, "b"), sized({ cpu: "1", memory: "3Gi" }))).toEqual([]);
  });
});

describe("check resource-quotas", () => {
  const EXACT = {
    "requests.cpu": "1500m",
    "requests.memory": "3Gi",
    "limits.cpu": "3",
    "limits.memory": "6Gi",
    pods: 3,
  };

  it("a quota with room for the pods of its namespace is right", () => {
    expect(messagesIn(resourceQuotas, range(), sized(LIMITS), quota(EXACT))).toEqual([]);
  });

  it.each([
    ["requests.cpu", "1400m", "1400m; the pods of a come to 1.5"],
    ["requests.memory", "2Gi", "2Gi; the pods of a come to 3.0Gi"],
    ["limits.cpu", "2", "2; the pods of a come to 3"],
    ["limits.memory", "5Gi", "5Gi; the pods of a come to 6.0Gi"],
    ["pods", 2, "2; the pods of a come to 3"],
  ])("finds less %s than the pods of the namespace come to", (name, value, message) => {
    expect(messagesIn(resourceQuotas, range(), sized(LIMITS), quota({ ...EXACT, [name]: value }))).toEqual([message]);
  });

  it("finds a quota without a limit range, which refuses pods that state nothing", () => {
    expect(messagesIn(resourceQuotas, quota(EXACT))).toEqual([
      "a has no LimitRange: pods that state no resources are refused",
    ]);
    expect(messagesIn(resourceQuotas, quota({ pods: 3 }))).toEqual([]);
  });

  it("finds no room for a team's autoscaler at its most, in an update, with sidecars", () => {
    const autoscaler = (maxReplicas: number): KubeObject => ({
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name: "order-processor", namespace: "orders-prod" },
      spec: { scaleTargetRef: { kind: "Deployment", name: "order-processor" }, minReplicas: 4, maxReplicas },
    });
    const namespace = "orders-prod";
    // 20 of order-processor and 5 of order-database-proxy: 20 x 1.6 + 5 x 0.6.
    const enough = quota({ "requests.cpu": "35" }, namespace);
    expect(messagesIn(resourceQuotas, range({}, namespace), autoscaler(16), enough)).toEqual([]);
    expect(messagesIn(resourceQuotas, range({}, namespace), autoscaler(17), enough)).toEqual([
      "35; the pods of orders-prod come to 36.6",
    ]);
  });

  it("a quota of some priority classes isn't about what pods need", () => {
    const scoped: KubeObject = {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: "a", namespace: "a" },
      spec: { hard: { pods: 0 }, scopeSelector: { matchExpressions: [] } },
    };
    expect(messagesIn(resourceQuotas, workload(), scoped)).toEqual([]);
  });
});
