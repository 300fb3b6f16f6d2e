import type { Capacity } from "../../../review/capacity/capacity";
import type { PodTotals } from "../../../review/capacity/pod-totals";
import { resource } from "../../policies/estate-fixture";
import { karpenter, managed, planned, scaling, template } from "../plan-fixture";
import { BATCH, capacity, GROUP, text, WEB } from "./capacity-fixture";
import { affinityTo, asking, autoscaler, on, workload } from "./pods-fixture";

const texts = ({ pods, cpuMilli, memoryGib }: PodTotals) => [text(pods), text(cpuMilli), text(memoryGib)];

function poolOf(found: Capacity, name: string) {
  const pool = found.pools.find((one) => one.pool === name);
  if (pool === undefined) throw new Error(`There is no pool ${name}.`);
  return pool;
}

describe("the nodes of a pool", () => {
  it("have what their type has, and less of it for pods", () => {
    const pool = poolOf(capacity(WEB), "web");
    expect([text(pool.nodes), text(pool.vcpu), text(pool.memoryGib)]).toEqual(["2/4/6", "16/32/48", "64/128/192"]);
    // 8,000m less 90m; 32 GiB × 0.925 less 255 MiB, 58 × 11 MiB and 100 MiB: 28.63 GiB.
    expect(texts(pool.allocatable)).toEqual(["116/232/348", "15820/31640/47460", "57.26/114.52/171.78"]);
    expect(pool.sources).toEqual([
      {
        resource: "aws:eks/nodeGroup:NodeGroup web",
        nodes: { minimum: 2, typical: 4, maximum: 6 },
        sizes: [
          {
            instanceType: "m6i.2xlarge",
            vcpu: 8,
            memoryGib: 32,
            allocatableCpuMilli: 7_910,
            allocatableMemoryBytes: Math.floor((32 * 0.925 - (255 + 58 * 11 + 100) / 1024) * 2 ** 30),
            pods: 58,
          },
        ],
        notes: [],
      },
    ]);
  });

  it("of several types have at least the least and at most the most of each", () => {
    const pool = poolOf(
      capacity([template("web"), managed("web", { ...GROUP, instanceTypes: ["m6i.xlarge", "c6i.2xlarge"] })]),
      "web",
    );
    expect([text(pool.vcpu), text(pool.memoryGib)]).toEqual(["8/16/48", "32/64/96"]);
  });

  it("are joined by those that Karpenter may launch for it, up to its limits", () => {
    const limits = { cpu: 32, memory: "128Gi" };
    const types = ["m6i.xlarge", "r6i.2xlarge"];
    const pool = poolOf(capacity([...WEB, ...karpenter("more", { pool: "web", limits, types })]), "web");
    // 8 × m6i.xlarge have 32 vCPU; these and 2 × r6i.2xlarge have 128 GiB.
    expect([text(pool.nodes), text(pool.vcpu), text(pool.memoryGib)]).toEqual(["2/4/14", "16/32/80", "64/128/320"]);
    expect(text(pool.allocatable.pods)).toBe(`116/232/${348 + 8 * 110}`);
  });

  it("aren't counted where they can't be, which is told", () => {
    const strange = managed("web", { ...GROUP, instanceTypes: ["x9.huge"] });
    const found = capacity([template("web"), strange, ...karpenter("free", { limits: {} })]);
    expect(found.pools.map(({ pool, nodes }) => [pool, text(nodes)])).toEqual([
      ["free", "0/0/0"],
      ["web", "0/0/0"],
    ]);
    expect(found.notCounted).toEqual([
      { object: "aws:eks/nodeGroup:NodeGroup web", reason: "nothing is known of x9.huge" },
      { object: "karpenter.sh/NodePool free", reason: "it has no limits: nothing bounds what it may launch" },
    ]);
    expect(capacity([managed("web", { scalingConfig: "[unknown]" })])).toMatchObject({
      pools: [],
      notCounted: [
        { object: "aws:eks/nodeGroup:NodeGroup web", reason: "scalingConfig is unknown before it is created" },
      ],
    });
  });

  it("are only those that join a cluster", () => {
    const other = [template("other", { tagSpecifications: [], instanceType: "m6i.xlarge" }), scaling("other")];
    expect(capacity([...WEB, ...other]).pools.map(({ pool }) => pool)).toEqual(["web"]);
    expect(capacity([...WEB, ...other]).total.nodes).toEqual({ minimum: 2, typical: 4, maximum: 6 });
  });
});

describe("what pods ask for", () => {
  const BOUND = workload("Deployment", "bound", asking("1", "2Gi"), on("web"), { replicas: 3 });

  it("counts for the one pool that they may be on, and what is left is for the others", () => {
    const pool = poolOf(capacity([...WEB, ...BATCH], BOUND), "web");
    expect(texts(pool.asked)).toEqual(["3/3/3", "3000/3000/3000", "6/6/6"]);
    expect(texts(pool.free)).toEqual(["113/229/345", "12820/28640/44460", "51.26/108.52/165.78"]);
    expect(pool.podSets).toEqual([
      {
        object: "apps/Deployment apps/bound",
        runs: "always",
        pods: { minimum: 3, typical: 3, maximum: 3 },
        eachCpuMilli: 1_000,
        eachMemoryMib: 2_048,
      },
    ]);
  });

  it("may be more than there is", () => {
    const large = workload("StatefulSet", "large", asking("4", "30Gi"), on("web"), { replicas: 4 });
    expect(text(poolOf(capacity(WEB, large), "web").free.memoryGib)).toBe("-62.74/-5.48/51.78");
  });

  it("of a DaemonSet counts on every node whose taints it tolerates", () => {
    const agent = workload("DaemonSet", "agent", asking("100m", "128Mi"));
    const everywhere = workload("DaemonSet", "all", asking("10m", "32Mi"), { tolerations: [{ operator: "Exists" }] });
    const found = capacity([...WEB, ...BATCH], agent, everywhere);
    expect(poolOf(found, "web").onEachNode).toEqual({ pods: 2, cpuMilli: 110, memoryGib: 0.16 });
    expect(texts(poolOf(found, "web").asked)).toEqual(["4/8/12", "220/440/660", "0.31/0.63/0.94"]);
    expect(poolOf(found, "batch").onEachNode).toEqual({ pods: 1, cpuMilli: 10, memoryGib: 0.03 });
    expect(found.shared).toEqual([]);
  });

  it("is shared by the pools that they may be on, jobs apart", () => {
    const tolerating = { tolerations: [{ key: "k", operator: "Exists" }] };
    const found = capacity(
      [...WEB, ...BATCH],
      workload("Deployment", "either", asking("500m", "1Gi"), tolerating, { replicas: 2 }),
      workload("Job", "job", asking("1", "1Gi"), tolerating),
      workload("Deployment", "not-batch", asking("250m", "1Gi"), {
        ...tolerating,
        affinity: affinityTo("NotIn", "batch"),
      }),
    );
    expect(found.shared).toHaveLength(1);
    expect(found.shared[0]?.pools).toEqual(["batch", "web"]);
    expect(found.shared[0]?.podSets.map(({ object }) => object)).toEqual([
      "apps/Deployment apps/either",
      "batch/Job apps/job",
    ]);
    expect(found.shared.map(({ asked, nowAndThen }) => [texts(asked), texts(nowAndThen)])).toEqual([
      [
        ["2/2/2", "1000/1000/1000", "2/2/2"],
        ["0/0/1", "0/0/1000", "0/0/1"],
      ],
    ]);
    expect(texts(poolOf(found, "web").asked)).toEqual(["1/1/1", "250/250/250", "1/1/1"]);
  });

  it("of pods that no node takes is told apart", () => {
    const { shared } = capacity(WEB, workload("Deployment", "lost", asking("1", "1Gi"), on("gone")));
    expect(shared.map(({ pools, podSets }) => [pools, podSets.map(({ object }) => object)])).toEqual([
      [[], ["apps/Deployment apps/lost"]],
    ]);
  });

  it("is what the manifests say, where the plan has the same object", () => {
    const older = workload("Deployment", "bound", asking("8", "8Gi"), on("web"), { replicas: 9 });
    const found = capacity([...WEB, planned("apps/v1:Deployment", older)], BOUND);
    expect(texts(poolOf(found, "web").asked)).toEqual(["3/3/3", "3000/3000/3000", "6/6/6"]);
    expect(text(poolOf(capacity([...WEB, planned("apps/v1:Deployment", older)]), "web").asked.pods)).toBe("9/9/9");
  });

  it("isn't known of charts, add-ons and what is deployed elsewhere", () => {
    const brought = [resource("kubernetes:helm.sh/v3:Release", "r", {}), resource("aws:eks/addon:Addon", "a", {})];
    expect(capacity(brought, autoscaler("team", 1, 2), BOUND, autoscaler("bound", 1, 2)).notCounted).toEqual([
      { object: "kubernetes:helm.sh/v3:Release r", reason: "its pods are made elsewhere, from its values" },
      { object: "aws:eks/addon:Addon a", reason: "its pods are made elsewhere, from its values" },
      { object: "autoscaling/HorizontalPodAutoscaler apps/team", reason: "what it scales isn't rendered" },
    ]);
  });
});
