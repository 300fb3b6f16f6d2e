import { karpenterLabels, karpenterTaints, nodeLabels, nodeTaints } from "../../../config/checks/node-labels";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

type Part = "labels" | "taints";
const pool = (part: Part, value: unknown) => (input: ProdInput) => {
  Object.assign(entry(input.nodePools, "worker-memory-v3"), { [part]: value });
};
const launched = (part: Part, value: unknown) => (input: ProdInput) => {
  Object.assign(entry(input.karpenter.nodePools, "memory-optimized"), { [part]: value });
};

describe("labels and taints", () => {
  it("of prod are their own", () => {
    const checks = [nodeLabels, karpenterLabels, nodeTaints, karpenterTaints];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it.each(["tier", "example.com/tier", "node.kubernetes.io/tier"])("the label %s is free", (key) => {
    expect(findingsAfter(nodeLabels, pool("labels", { [key]: "x" }))).toEqual([]);
    expect(findingsAfter(karpenterLabels, launched("labels", { [key]: "x" }))).toEqual([]);
  });

  it.each([
    "kubernetes.io/hostname",
    "topology.kubernetes.io/zone",
    "kops.k8s.io/x",
    "karpenter.sh/managed-by",
    "karpenter.k8s.aws/x",
    "eks.amazonaws.com/nodegroup",
    "node.kubernetes.io/pool",
    "node.kubernetes.io/instance-type",
  ])("the label %s is not", (key) => {
    expect(pathsAfter(nodeLabels, pool("labels", { [key]: "x" }))).toEqual([
      `vantage:nodePools.worker-memory-v3.labels["${key}"]`,
    ]);
    expect(pathsAfter(karpenterLabels, launched("labels", { [key]: "x" }))).toEqual([
      `vantage:karpenter.nodePools.memory-optimized.labels["${key}"]`,
    ]);
  });

  it("a taint's key is the stack's own", () => {
    const taints = [{ key: "karpenter.sh/disruption", value: "", effect: "NoSchedule" }];
    expect(pathsAfter(nodeTaints, pool("taints", taints))).toEqual([
      "vantage:nodePools.worker-memory-v3.taints[0].key",
    ]);
    expect(pathsAfter(karpenterTaints, launched("taints", taints))).toEqual([
      "vantage:karpenter.nodePools.memory-optimized.taints[0].key",
    ]);
  });

  it("a taint stands once for its key and effect", () => {
    const twice = [
      { key: "dedicated", value: "a", effect: "NoSchedule" },
      { key: "dedicated", value: "a", effect: "NoExecute" },
      { key: "dedicated", value: "b", effect: "NoSchedule" },
    ];
    expect(findingsAfter(nodeTaints, pool("taints", twice))).toMatchObject([
      { path: ["nodePools", "worker-memory-v3", "taints", 2], given: "dedicated:NoSchedule again" },
    ]);
  });
});
