import type { PlannedResource } from "../../../policies/resource";
import { addressesOf } from "../../../review/capacity/addresses";
import { nodesOfPlan } from "../../../review/nodes/nodes-of-plan";
import { PlanIndex } from "../../../review/plan-index";
import { resource, urnOf } from "../../policies/estate-fixture";
import { karpenter, managed, provider, SUBNETS, template } from "../plan-fixture";

const SUBNET = "aws:ec2/subnet:Subnet";

function addresses(...resources: readonly PlannedResource[]) {
  const plan = new PlanIndex([provider(), ...resources]);
  return addressesOf(plan, nodesOfPlan(plan).sources).map(({ subnet, zone, takenBy, need, supply }) => [
    subnet,
    zone,
    takenBy,
    need,
    supply,
  ]);
}

const subnet = (name: string, inputs: Readonly<Record<string, unknown>>) => resource(SUBNET, name, inputs);
const eniConfig = (name: string) =>
  resource("kubernetes:crd.k8s.amazonaws.com/v1alpha1:ENIConfig", name, {}, { dependencies: [urnOf(SUBNET, name)] });

const GROUP = [template("web"), managed("web")];

describe("addresses", () => {
  it("of nodes are needed evenly in the zones of their subnets, with a fifth kept free", () => {
    // 40 nodes in two zones: 20 × 1.2.
    expect(addresses(...SUBNETS, ...GROUP)).toEqual([
      [`${SUBNET} a`, "zone-a", "nodes", 24, 251],
      [`${SUBNET} b`, "zone-b", "nodes", 24, 251],
    ]);
  });

  it("of Karpenter's nodes are needed in every subnet that it may use", () => {
    const tagged = (name: string, zone: string) =>
      subnet(name, { availabilityZone: zone, cidrBlock: "10.0.0.0/28", tags: { discovery: "test" } });
    const subnets = [tagged("one", "zone-a"), tagged("other", "zone-a"), tagged("third", "zone-b")];
    // At the most 8 × m6i.xlarge: 4 in each of two zones, × 1.2.
    expect(addresses(...subnets, ...karpenter("default"))).toEqual([
      [`${SUBNET} one`, "zone-a", "nodes", 5, 11],
      [`${SUBNET} other`, "zone-a", "nodes", 5, 11],
      [`${SUBNET} third`, "zone-b", "nodes", 5, 11],
    ]);
  });

  it("of pods are needed where an ENIConfig says so, by prefixes of 16", () => {
    const pods = subnet("pods", { availabilityZone: "zone-a", cidrBlock: "10.1.0.0/18" });
    // m6i.4xlarge, 58 pods: 4 prefixes and a spare one of 16, and one interface: 81; × 20 nodes × 1.2.
    expect(addresses(...SUBNETS, ...GROUP, pods, eniConfig("pods")).at(-1)).toEqual([
      `${SUBNET} pods`,
      "zone-a",
      "pods",
      1_944,
      16_379,
    ]);
  });

  it("aren't reckoned where the plan doesn't show a block", () => {
    const hidden = subnet("pods", { availabilityZone: "zone-a", cidrBlock: "[unknown]" });
    expect(addresses(hidden, eniConfig("pods"), ...GROUP)).toEqual([]);
  });
});
