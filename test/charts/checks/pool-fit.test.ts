import { poolFit } from "../../../charts/checks/pool-fit";
import { findIn, messagesIn, workload } from "./workload-fixture";

const asking = (memory: string, cpu = "2") => ({ name: "a", resources: { requests: { cpu, memory } } });
const on = (pool: string, ...containers: object[]) =>
  workload({ spec: { nodeSelector: { "node.kubernetes.io/pool": pool }, containers } });

describe("pods that select a pool", () => {
  it("fit the largest node that has its label, of the group or of Karpenter", () => {
    expect(findIn(poolFit, on("worker-memory-v3", asking("48Gi"), asking("128Mi", "50m")))).toEqual([]);
    expect(findIn(poolFit, on("worker-memory-v3", asking("116Gi")))).toEqual([]);
    expect(findIn(poolFit, on("worker-kafka-v2", asking("20Gi", "7300m")))).toEqual([]);
  });

  it("finds a gibibyte too much", () => {
    expect(messagesIn(poolFit, on("worker-memory-v3", asking("116Gi"), asking("1Gi")))).toEqual([
      "a pod asks for 4000m and 117.00Gi; the largest node of worker-memory-v3 has 15300m and 116.80Gi for pods",
    ]);
  });

  it("finds a thousandth of a core too much", () => {
    expect(findIn(poolFit, on("worker-kafka-v2", asking("20Gi", "7301m")))).toMatchObject([
      { path: ["spec", "template", "spec", "containers"] },
    ]);
  });

  it("finds too much in a container that runs before the others", () => {
    const before = workload({
      spec: {
        nodeSelector: { "node.kubernetes.io/pool": "worker-kafka-v2" },
        containers: [asking("1Gi")],
        initContainers: [asking("60Gi")],
      },
    });
    expect(messagesIn(poolFit, before)).toEqual([expect.stringContaining("2000m and 60.00Gi")]);
  });

  it("are the only ones that are judged", () => {
    expect(findIn(poolFit, workload({ spec: { containers: [asking("900Gi")] } }))).toEqual([]);
    // That there is no such pool is another check's.
    expect(findIn(poolFit, on("worker-memory-v4", asking("900Gi")))).toEqual([]);
  });
});
