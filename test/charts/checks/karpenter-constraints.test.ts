import { karpenterConstraints } from "../../../charts/checks/karpenter-constraints";
import type { KubeObject } from "../../../charts/kube-object";
import { findIn, messagesIn, workload } from "./workload-fixture";

const POOL = "node.kubernetes.io/pool";
const constraint = (more: object, whenUnsatisfiable = "DoNotSchedule") => ({
  maxSkew: 1,
  topologyKey: "topology.kubernetes.io/zone",
  whenUnsatisfiable,
  labelSelector: { matchLabels: { app: "a" } },
  ...more,
});
const on = (pool: string, ...constraints: object[]) =>
  workload({ spec: { nodeSelector: { [POOL]: pool }, topologySpreadConstraints: constraints } });
const byShard = { matchLabelKeys: ["apps.kubernetes.io/pod-index"] };
const requiredPool = (pool: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: POOL, operator: "In", values: [pool] }] }],
    },
  },
});
/** Pods that an operator makes. */
const connect = (pool: string): KubeObject => ({
  apiVersion: "kafka.strimzi.io/v1beta2",
  kind: "KafkaConnect",
  metadata: { name: "connect", namespace: "a" },
  spec: { template: { pod: { affinity: requiredPool(pool), topologySpreadConstraints: [constraint(byShard)] } } },
});

describe("what is demanded of pods on nodes of Karpenter", () => {
  it.each([
    ["a plain constraint with minDomains", on("worker-memory-v3", constraint({ minDomains: 3 }))],
    ["a wish with a key", on("worker-memory-v3", constraint(byShard, "ScheduleAnyway"))],
    [
      "what Karpenter does anyway",
      on(
        "worker-general-v5",
        constraint({ nodeAffinityPolicy: "Honor", nodeTaintsPolicy: "Ignore", matchLabelKeys: [] }),
      ),
    ],
    ["a pool that Karpenter launches no nodes for", on("worker-kafka-v2", constraint(byShard))],
    ["one of an operator there", connect("worker-kafka-v2")],
  ])("may be %s", (_, object) => {
    expect(findIn(karpenterConstraints, object)).toEqual([]);
  });

  it.each([
    ["matchLabelKeys", byShard],
    ["nodeTaintsPolicy", { nodeTaintsPolicy: "Honor" }],
    ["nodeAffinityPolicy", { nodeAffinityPolicy: "Ignore" }],
  ])("finds %s in it", (field, more) => {
    const object = on("worker-memory-v3", constraint({}), constraint(more));
    expect(findIn(karpenterConstraints, object)).toMatchObject([
      {
        path: ["spec", "template", "spec", "topologySpreadConstraints", 1, field],
        message: `Karpenter ignores ${field}: demand what needs none, or say ScheduleAnyway`,
      },
    ]);
  });

  it("finds it in pods that may be on any node", () => {
    const anywhere = workload({ kind: "Deployment", spec: { topologySpreadConstraints: [constraint(byShard)] } });
    expect(messagesIn(karpenterConstraints, anywhere)).toHaveLength(1);
  });

  it("finds it in pods that an operator makes", () => {
    expect(findIn(karpenterConstraints, connect("worker-general-v5"))).toMatchObject([
      { path: ["spec", "template", "pod", "topologySpreadConstraints", 0, "matchLabelKeys"] },
    ]);
  });
});
