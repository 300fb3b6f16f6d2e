import { infrastructureOf } from "../../../../../review/page/architecture/network/infrastructure";
import { lanesOf } from "../../../../../review/page/architecture/network/lanes";
import { PlanIndex } from "../../../../../review/page/architecture/plan-index";
import { resource, urnOf } from "../../../../policies/estate-fixture";
import { object, smallPlan } from "../../page-fixture";

const read = (resources = smallPlan(), objects: Parameters<typeof infrastructureOf>[1] = [], changed = new Map()) =>
  infrastructureOf(new PlanIndex(resources), objects, changed);

const nodeClass = (tags: Readonly<Record<string, string>>) =>
  object("karpenter.k8s.aws/v1beta1", "EC2NodeClass", "default", undefined, {
    spec: { subnetSelectorTerms: [{ tags }] },
  });
const nodePool = object("karpenter.sh/v1beta1", "NodePool", "any", undefined, {
  spec: {
    limits: { cpu: 100, memory: "200Gi" },
    template: {
      spec: {
        nodeClassRef: { name: "default" },
        requirements: [
          { key: "karpenter.sh/capacity-type", operator: "In", values: ["on-demand", "spot"] },
          {
            key: "node.kubernetes.io/instance-type",
            operator: "In",
            values: ["m6i.xlarge", "m6i.2xlarge", "c6i.xlarge"],
          },
        ],
      },
    },
  },
});

describe("the infrastructure of a plan", () => {
  const [region, ...more] = read();

  it("is in the region of its provider, with what is of no network beside it", () => {
    expect(more).toEqual([]);
    expect(region?.name).toBe("eu-central-1");
    expect(region?.services).toEqual([
      { name: "S3 buckets", region: "eu-central-1", members: [{ name: "lab-backups" }] },
    ]);
  });

  it("has networks with their zones, ways out and endpoints", () => {
    expect(region?.networks.map(({ groups: _, ...network }) => network)).toEqual([
      {
        name: "lab",
        cidr: "10.0.0.0/16",
        region: "eu-central-1",
        zones: ["eu-central-1a", "eu-central-1b"],
        ways: [{ name: "internet gateway" }],
        endpoints: [{ name: "s3" }],
      },
    ]);
  });

  it("has subnets in groups, by their addresses, with what stands in them and how traffic leaves", () => {
    const groups = region?.networks[0]?.groups.map(({ name, ways, subnets }) => ({
      name,
      ways,
      subnets: subnets.map(({ zone, cidr, holds }) => [zone, cidr, ...holds].join(" ")),
    }));
    expect(groups).toEqual([
      {
        name: "public",
        ways: ["internet gateway"],
        subnets: ["eu-central-1a 10.0.0.0/24 NAT gateway", "eu-central-1b 10.0.1.0/24"],
      },
      {
        name: "private",
        ways: ["NAT gateway"],
        subnets: ["eu-central-1a 10.0.10.0/24", "eu-central-1b 10.0.11.0/24"],
      },
    ]);
  });

  it("has control planes and pools, by what they are", () => {
    expect(region?.pools.map(({ name, detail, subnets }) => [name, detail, subnets.size])).toEqual([
      ["lab", "EKS control plane · Kubernetes 1.29 · private endpoint", 2],
      ["workers", "2 nodes (1 to 4) · m6i.xlarge · spot", 2],
      ["brokers", "3 nodes · i3en.2xlarge · self-managed", 1],
    ]);
  });

  it("puts Karpenter's pools where their node class finds subnets", () => {
    const [own] = read(smallPlan(), [nodePool, nodeClass({ discovery: "private" })]);
    const pool = own?.pools.find(({ name }) => name === "any");
    expect(pool?.detail).toBe("Karpenter · c6i, m6i · on demand or spot · up to 100 cores, 200Gi");
    expect(pool?.subnets.size).toBe(2);
  });

  it.each([
    ["has all of them", { discovery: "*" }, 4],
    ["has none of them", { discovery: "private", other: "x" }, 0],
  ])("finds by tags every subnet that %s", (_what, tags, count) => {
    const [own] = read(smallPlan(), [nodePool, nodeClass(tags)]);
    expect(own?.pools.find(({ name }) => name === "any")?.subnets.size).toBe(count);
  });

  it("marks what changes", () => {
    const changed = new Map([
      ["aws:ec2/launchTemplate:LaunchTemplate brokers", "rolling"],
      ["aws:ec2/natGateway:NatGateway net-nat", "replacement"],
      ["aws:s3/bucket:Bucket backups", "data loss"],
    ]);
    const [own] = read(smallPlan(), [], changed);
    expect(own?.pools.map(({ change }) => change)).toEqual([undefined, undefined, "rolling"]);
    expect(own?.networks[0]?.groups[0]?.subnets.map(({ change }) => change)).toEqual(["replacement", undefined]);
    expect(own?.services[0]?.members).toEqual([{ name: "lab-backups", change: "data loss" }]);
  });

  it("keeps pools whose subnets nobody tells", () => {
    const [own] = read([
      resource("aws:eks/nodeGroup:NodeGroup", "lonely", { scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 1 } }),
    ]);
    expect(own).toMatchObject({
      name: "Region not known",
      networks: [],
      pools: [{ name: "lonely", detail: "1 node · on demand" }],
    });
  });

  it("is nothing where a plan has none", () => expect(read([])).toEqual([]));

  it("has two regions for two providers", () => {
    const other = urnOf("pulumi:providers:aws", "west");
    const bucket = resource("aws:s3/bucket:Bucket", "far", { bucket: "far" }, { provider: `${other}::an-id` });
    const regions = read([...smallPlan(), resource("pulumi:providers:aws", "west", { region: "us-west-2" }), bucket]);
    expect(regions.map(({ name, pools }) => [name, pools.length])).toEqual([
      ["eu-central-1", 3],
      ["us-west-2", 0],
    ]);
  });
});

describe("lanes", () => {
  it("are a group each, then one for pools in several", () => {
    const [region] = read(smallPlan(), [nodePool, nodeClass({ discovery: "*" })]);
    const [network] = region?.networks ?? [];
    const lanes = network === undefined ? [] : lanesOf(network, region?.pools ?? []);
    expect(lanes.map(({ title, cells, pools }) => [title, cells.length, pools.map(({ name }) => name)])).toEqual([
      ["public", 2, []],
      ["private", 2, ["lab", "workers", "brokers"]],
      ["public, private", 0, ["any"]],
    ]);
  });
});
