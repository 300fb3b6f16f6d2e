import type { PlannedResource } from "../../../policies/resource";
import { costDelta } from "../../../review/cost/cost-delta";
import { monthlyCost } from "../../../review/cost/monthly-cost";
import { resource, TODAY } from "../../policies/estate-fixture";
import { karpenter, managed, planned, provider, SUBNETS, scaling, template } from "../plan-fixture";

const NAT = resource("aws:ec2/natGateway:NatGateway", "n", {});
const QUEUE = resource("aws:sqs/queue:Queue", "q", {});
const cost = (...resources: readonly PlannedResource[]) => monthlyCost([provider(), ...SUBNETS, ...resources], TODAY);

describe("the cost of a plan", () => {
  it("is the sum of its lines, the dearest first, with what can't be priced by resource", () => {
    const found = cost(QUEUE, NAT, template("web", { monitoring: {} }), managed("web"));
    expect(found.lines.map(({ what, maximum, unit }) => [what, maximum, unit])).toEqual([
      ["instances", 22_425.6, "USD/month"],
      ["root volumes", 640, "USD/month"],
      ["NAT gateway", 32.85, "USD/month"],
    ]);
    expect(found.total).toEqual({
      minimum: 6_952.53, // 6,727.68 + 192 + 32.85
      typical: 10_412.37, // 10,091.52 + 288 + 32.85
      maximum: 23_098.45, // 22,425.6 + 640 + 32.85
    });
    expect(found.notPriced).toEqual([
      {
        resource: "aws:ec2/natGateway:NatGateway n",
        what: "NAT gateway: data",
        reason: "depends on use; 0.045 USD/GB",
      },
      { resource: "aws:sqs/queue:Queue q", what: "requests", reason: "depends on use; 0.4 USD/million requests" },
    ]);
    expect(found.assumptions).toEqual([
      expect.stringMatching(/^List prices on demand/),
      expect.stringMatching(/^The minimum and the maximum/),
      "Prices of instances in us-east-1 are of 2026-01-19, from aws/karpenter-provider-aws, pkg/providers/pricing/zz_generated.pricing_aws.go.",
    ]);
  });

  it("tells of types that nobody has looked at, and keeps silent on those that are free", () => {
    const resources = [
      resource("aws:rds/instance:Instance", "db", {}),
      resource("other:cloud/thing:Thing", "t", {}),
      resource("aws:iam/role:Role", "free", {}),
      resource("aws:ec2/securityGroup:SecurityGroup", "free", {}),
      resource("kubernetes:core/v1:ConfigMap", "free", {}),
      { ...resource("vantage:network:Network", "component", {}), custom: false },
    ];
    expect(cost(...resources).notPriced).toEqual([
      {
        resource: "aws:rds/instance:Instance db",
        what: "all of it",
        reason: "there is no price of aws:rds/instance:Instance, nor is it known to be free",
      },
      {
        resource: "other:cloud/thing:Thing t",
        what: "all of it",
        reason: "there is no price of other:cloud/thing:Thing, nor is it known to be free",
      },
    ]);
  });

  it("tells of objects that make what is paid for by use", () => {
    const schedule = { apiVersion: "velero.io/v1", kind: "Schedule", metadata: { name: "daily", namespace: "velero" } };
    expect(cost(planned("velero.io/v1:Schedule", schedule)).notPriced).toEqual([
      {
        resource: "velero.io/Schedule velero/daily",
        what: "snapshots of volumes, and the backups in the bucket",
        reason: "depends on use",
      },
    ]);
  });

  it("tells of nodes that it can't read", () => {
    expect(cost(template("disks"), scaling("disks", { mixedInstancesPolicy: {} })).notPriced).toEqual([
      {
        resource: "aws:autoscaling/group:Group disks",
        what: "instances",
        reason: "a mixed instances policy decides what it launches",
      },
    ]);
  });

  it("of nothing is nothing, and says so where there are no prices", () => {
    expect(monthlyCost([], TODAY)).toMatchObject({
      lines: [],
      total: { minimum: 0, typical: 0, maximum: 0 },
      notPriced: [],
    });
    expect(monthlyCost([provider("eu-west-1")], TODAY).assumptions.at(-1)).toBe(
      "There are no prices of instances in eu-west-1.",
    );
  });
});

describe("what a change costs", () => {
  const base = cost(template("web", { monitoring: {} }), managed("web"), NAT);

  it("is nothing when nothing changes", () => {
    expect(costDelta(base, base)).toEqual({
      lines: [],
      total: { before: base.total, after: base.total, change: { minimum: 0, typical: 0, maximum: 0 } },
      unit: "USD/month",
      notPriced: { added: [], removed: [] },
    });
  });

  it("is told line by line, the largest first", () => {
    const larger = managed("web", { scalingConfig: { minSize: 12, desiredSize: 20, maxSize: 40 } });
    const head = cost(template("web", { monitoring: {} }), larger, QUEUE, ...karpenter("default"));
    const { lines, total, notPriced } = costDelta(base, head);
    expect(lines.map(({ what, resource: of, change }) => [of, what, change])).toEqual([
      ["karpenter.sh/NodePool default", "instances", { minimum: 0, typical: 0, maximum: 1_177.34 }],
      // Two more at 0.768 USD × 730 hours.
      ["aws:eks/nodeGroup:NodeGroup web", "instances", { minimum: 0, typical: 1_121.28, maximum: 0 }],
      ["aws:ec2/natGateway:NatGateway n", "NAT gateway", { minimum: -32.85, typical: -32.85, maximum: -32.85 }],
      ["aws:eks/nodeGroup:NodeGroup web", "root volumes", { minimum: 0, typical: 32, maximum: 0 }],
      ["karpenter.sh/NodePool default", "root volumes", { minimum: 0, typical: 0, maximum: 32 }],
    ]);
    expect(total.change).toEqual({ minimum: -32.85, typical: 1_120.43, maximum: 1_176.49 });
    expect(lines[0]).not.toHaveProperty("before");
    expect(lines[1]).toMatchObject({ before: { typical: 10_091.52 }, after: { typical: 11_212.8 } });
    expect(lines[2]).not.toHaveProperty("after");
    expect(notPriced.added.map(({ resource: of }) => of)).toEqual(["aws:sqs/queue:Queue q"]);
    expect(notPriced.removed.map(({ resource: of }) => of)).toEqual(["aws:ec2/natGateway:NatGateway n"]);
  });

  it("counts two volumes of each node together", () => {
    const devices = [{ ebs: { volumeSize: 10, volumeType: "gp3" } }, { ebs: { volumeSize: 20, volumeType: "gp3" } }];
    const with2 = cost(template("web", { monitoring: {}, blockDeviceMappings: devices }), managed("web"), NAT);
    const { lines } = costDelta(base, with2);
    // 18 × 30 GiB instead of 18 × 200 GiB, at 0.08 USD.
    expect(lines.map(({ what, change }) => [what, change.typical])).toEqual([["root volumes", -244.8]]);
  });
});
