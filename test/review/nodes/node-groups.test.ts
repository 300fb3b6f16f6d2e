import type { PlannedResource } from "../../../policies/resource";
import type { NodeSource, ReadSource } from "../../../review/nodes/node-source";
import { nodesOfPlan } from "../../../review/nodes/nodes-of-plan";
import { PlanIndex } from "../../../review/plan-index";
import { managed, planned, provider, REGION, SUBNETS, scaling, template } from "../plan-fixture";

function sourcesOf(...resources: readonly PlannedResource[]): readonly NodeSource[] {
  return nodesOfPlan(new PlanIndex([provider(), ...SUBNETS, ...resources])).sources;
}

function unreadOf(...resources: readonly PlannedResource[]): readonly ReadSource[] {
  return nodesOfPlan(new PlanIndex([provider(), ...SUBNETS, ...resources])).unread;
}

const ROOT = { sizeGib: 200, type: "gp3", iops: 3_000, throughputMibPerSecond: 125 };

describe("a managed group", () => {
  it("is read with its template and its subnets", () => {
    const [found] = sourcesOf(
      template("web"),
      managed("web", { taints: [{ key: "k", value: "v", effect: "NO_SCHEDULE" }] }),
    );
    expect(found).toMatchObject({
      resource: "aws:eks/nodeGroup:NodeGroup web",
      pool: "web",
      region: REGION,
      instanceTypes: ["m6i.4xlarge"],
      capacity: "on demand",
      size: { nodes: { minimum: 12, typical: 18, maximum: 40 } },
      volumes: [ROOT],
      detailedMonitoring: true,
      joinsCluster: true,
      taints: [{ key: "k", value: "v", effect: "NoSchedule" }],
      notes: [],
    });
    expect(found?.kubelet.maxPods).toBe(58);
    expect(found?.subnets.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(found?.labels.get("node.kubernetes.io/pool")).toEqual(["web"]);
  });

  it("may be spot, take its type from its template, and its pool from its labels", () => {
    const labels = { "node.kubernetes.io/pool": "other" };
    const [found] = sourcesOf(
      template("web", { instanceType: "c6i.xlarge" }),
      managed("web", { instanceTypes: [], capacityType: "SPOT", labels }),
    );
    expect(found).toMatchObject({ pool: "other", instanceTypes: ["c6i.xlarge"], capacity: "spot" });
  });

  it("leaves volumes to the image where no template has any, and its name is its pool where nothing labels its nodes", () => {
    const [found] = sourcesOf(managed("web"));
    expect(found).toMatchObject({ pool: "web", detailedMonitoring: false });
    expect(found?.volumes).toBeUndefined();
  });

  it("isn't read where the plan doesn't show its size", () => {
    const unknown = { minSize: 1, desiredSize: "[unknown]", maxSize: 3 };
    expect(sourcesOf(managed("web", { scalingConfig: unknown }))).toEqual([]);
    expect(unreadOf(managed("web", { scalingConfig: unknown }))).toEqual([
      {
        resource: "aws:eks/nodeGroup:NodeGroup web",
        reason: "scalingConfig.desiredSize is unknown before it is created",
      },
    ]);
  });
});

describe("an Auto Scaling group", () => {
  it("is read with its template, and begins with the least where it isn't told", () => {
    const group = scaling("disks", { minSize: 2, maxSize: 9, desiredCapacity: undefined });
    const [found] = sourcesOf(template("disks", { instanceType: "i3en.2xlarge" }), group);
    expect(found).toMatchObject({
      pool: "disks",
      instanceTypes: ["i3en.2xlarge"],
      size: { nodes: { minimum: 2, typical: 2, maximum: 9 } },
      joinsCluster: true,
      volumes: [ROOT],
    });
  });

  it("joins no cluster without a cluster's tag", () => {
    expect(sourcesOf(template("disks", { tagSpecifications: [] }), scaling("disks"))[0]?.joinsCluster).toBe(false);
    const tagged = scaling("disks", { tags: [{ key: "kubernetes.io/cluster/test", value: "owned" }] });
    expect(sourcesOf(template("disks", { tagSpecifications: [] }), tagged)[0]?.joinsCluster).toBe(true);
  });

  it("isn't read where a policy mixes what it launches", () => {
    expect(unreadOf(template("disks"), scaling("disks", { mixedInstancesPolicy: {} }))).toEqual([
      {
        resource: "aws:autoscaling/group:Group disks",
        reason: "a mixed instances policy decides what it launches",
      },
    ]);
  });

  it("has the pool that objects select and its name ends with, where its user data isn't shown", () => {
    const hidden = template("disks", { userData: "[unknown]", instanceType: "i3en.2xlarge" });
    const pod = (pool: string) =>
      planned("core/v1:Pod", {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: pool },
        spec: { nodeSelector: { "node.kubernetes.io/pool": pool } },
      });
    const [selected] = sourcesOf(hidden, scaling("disks"), pod("web"), pod("disks"));
    expect(selected).toMatchObject({ pool: "disks", kubelet: { maxPods: undefined, systemReserved: {} } });
    expect(selected?.notes).toEqual([
      "userData is unknown before it is created: its pool is told by its name, and what its kubelets keep is what EKS computes",
    ]);
    expect(sourcesOf(hidden, scaling("disks"), pod("web"))[0]?.pool).toBe("test-disks");
  });
});
