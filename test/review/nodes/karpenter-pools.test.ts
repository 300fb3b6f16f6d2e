import type { PlannedResource } from "../../../policies/resource";
import { fillsOf } from "../../../review/nodes/node-fill";
import { nodesOfPlan } from "../../../review/nodes/nodes-of-plan";
import { PlanIndex } from "../../../review/plan-index";
import { copyOf, inputsIn, resource } from "../../policies/estate-fixture";
import { karpenter, provider, REGION } from "../plan-fixture";

const subnet = (name: string, tags: unknown) => resource("aws:ec2/subnet:Subnet", name, { tags });
const nodesIn = (...resources: readonly PlannedResource[]) => nodesOfPlan(new PlanIndex([provider(), ...resources]));

describe("a NodePool", () => {
  it("is read with its limits and its node class", () => {
    const subnets = [
      subnet("in", { discovery: "test" }),
      subnet("out", { discovery: "other" }),
      subnet("untagged", {}),
      subnet("hidden", { discovery: "[unknown]" }),
    ];
    const [found] = nodesIn(...subnets, ...karpenter("default", { pool: "web" })).sources;
    expect(found).toMatchObject({
      resource: "karpenter.sh/NodePool default",
      pool: "web",
      region: REGION,
      instanceTypes: ["m6i.xlarge", "m7i.2xlarge"],
      capacity: "on demand",
      size: { limits: { vcpu: 32, memoryGib: 128 } },
      volumes: [{ sizeGib: 100, type: "gp3", iops: undefined, throughputMibPerSecond: undefined }],
      detailedMonitoring: false,
      kubelet: { maxPods: 110 },
    });
    expect(found?.subnets.map(({ name }) => name)).toEqual(["in"]);
  });

  it.each([
    [["spot"], "spot"],
    [["spot", "on-demand"], "spot or on demand"],
    [["on-demand"], "on demand"],
  ])("that asks for %j is %s", (capacity, expected) => {
    expect(nodesIn(...karpenter("default", { capacity })).sources[0]?.capacity).toBe(expected);
  });

  it("may have no limit on one or both", () => {
    const [one] = nodesIn(...karpenter("default", { limits: { cpu: "8" } })).sources;
    expect(one?.size).toEqual({ limits: { vcpu: 8, memoryGib: undefined } });
  });

  it("isn't read where it names no types, shows nothing, or hides its limits", () => {
    const { resources } = copyOf(karpenter("default"));
    inputsIn({ resources, objects: [] }, "NodePool-default").spec.template.spec.requirements = [];
    expect(nodesIn(...(resources as PlannedResource[])).unread).toEqual([
      {
        resource: "karpenter.sh/NodePool default",
        reason: "its requirements don't name the types that it may launch (node.kubernetes.io/instance-type In)",
      },
    ]);
    const blank = resource("kubernetes:karpenter.sh/v1beta1:NodePool", "blank", {});
    expect(nodesIn(blank).unread).toEqual([
      {
        resource: "kubernetes:karpenter.sh/v1beta1:NodePool blank",
        reason: "every input is unknown before it is created",
      },
    ]);
    expect(nodesIn(...karpenter("default", { limits: { cpu: "[unknown]" } })).unread).toEqual([
      {
        resource: "kubernetes:karpenter.sh/v1beta1:NodePool NodePool-default",
        reason: "spec.limits.cpu is unknown before it is created",
      },
    ]);
  });
});

describe("nodes that limits admit", () => {
  const types = { instanceTypes: ["m6i.xlarge", "r6i.2xlarge", "x9.large"] };
  const nodes = (limits: Parameters<typeof fillsOf>[1]) =>
    fillsOf(types, limits)?.map((fill) => [fill.name, fill.nodes]);

  it("are whole machines of one type, by the limit that is reached first", () => {
    expect(nodes({ vcpu: 500, memoryGib: 2000 })).toEqual([
      ["m6i.xlarge", 125],
      ["r6i.2xlarge", 31],
    ]);
    expect(nodes({ vcpu: 7, memoryGib: undefined })).toEqual([
      ["m6i.xlarge", 1],
      ["r6i.2xlarge", 0],
    ]);
    expect(nodes({ vcpu: undefined, memoryGib: 128 })).toEqual([
      ["m6i.xlarge", 8],
      ["r6i.2xlarge", 2],
    ]);
    expect(nodes({ vcpu: 0, memoryGib: 128 })).toEqual([
      ["m6i.xlarge", 0],
      ["r6i.2xlarge", 0],
    ]);
  });

  it("are without bound where there is no limit", () => {
    expect(nodes({ vcpu: undefined, memoryGib: undefined })).toBeUndefined();
  });
});
