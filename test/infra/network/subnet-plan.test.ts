import * as fc from "fast-check";
import type { SubnetRole } from "../../../config/sections/network";
import { Cidr } from "../../../config/units/cidr";
import { planSubnets, type SubnetPlanInput, subnetsForRole } from "../../../infra/network/subnet-plan";
import { prodPlatform } from "../prod-platform";

const ROLES: readonly SubnetRole[] = ["public", "intra", "nodes", "pods"];

/** Networks of 2 to 6 zones and 1 to 12 groups; each group's blocks are written in an order of its own. */
const networks: fc.Arbitrary<SubnetPlanInput> = fc
  .record({
    clusterName: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    zones: fc.integer({ min: 2, max: 6 }),
    groups: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/), { minLength: 1, maxLength: 12 }),
    roles: fc.array(fc.constantFrom(...ROLES), { minLength: 12, maxLength: 12 }),
    karpenter: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    reversed: fc.boolean(),
  })
  .map(({ clusterName, zones: count, groups, roles, karpenter, reversed }) => {
    const zones = "abcdef"
      .slice(0, count)
      .split("")
      .map((letter) => `xx-test-1${letter}`);
    const subnets = groups.map((group, row) => {
      const blocks = zones.map((zone, column) => [zone, Cidr.parse(`10.9.${row * 6 + column}.0/24`)] as const);
      const cidrs = Object.fromEntries(reversed ? blocks.reverse() : blocks);
      return [group, { role: roles[row] ?? "pods", cidrs, karpenter: karpenter[row] ?? false }] as const;
    });
    return { clusterName, network: { zones, subnets: Object.fromEntries(subnets) } };
  });

describe("planSubnets", () => {
  it("plans one subnet for every group in every zone, under a name of its own", () => {
    fc.assert(
      fc.property(networks, (input) => {
        const plan = planSubnets(input);
        const groups = Object.keys(input.network.subnets);
        expect(plan.map(({ group, zone }) => [group, zone])).toEqual(
          groups.flatMap((group) => input.network.zones.map((zone) => [group, zone])),
        );
        expect(new Set(plan.map(({ name }) => name)).size).toBe(plan.length);
      }),
    );
  });

  it("takes each block from the stack file, and none twice", () => {
    fc.assert(
      fc.property(networks, (input) => {
        const plan = planSubnets(input);
        for (const { group, zone, cidr } of plan) {
          expect(cidr).toBe(input.network.subnets[group]?.cidrs[zone]);
        }
        expect(new Set(plan.map(({ cidr }) => String(cidr))).size).toBe(plan.length);
      }),
    );
  });

  it("offers public subnets to public load balancers, node subnets to internal ones, and no other", () => {
    fc.assert(
      fc.property(networks, (input) => {
        for (const { role, tags } of planSubnets(input)) {
          expect(tags["kubernetes.io/role/elb"]).toBe(role === "public" ? "1" : undefined);
          expect(tags["kubernetes.io/role/internal-elb"]).toBe(role === "nodes" ? "1" : undefined);
          expect(tags[`kubernetes.io/cluster/${input.clusterName}`]).toBe(
            role === "public" || role === "nodes" ? "shared" : undefined,
          );
        }
      }),
    );
  });

  it("shows Karpenter its groups and no other", () => {
    fc.assert(
      fc.property(networks, (input) => {
        for (const { group, tags } of planSubnets(input)) {
          const own = input.network.subnets[group]?.karpenter ? input.clusterName : undefined;
          expect(tags["karpenter.sh/discovery"]).toBe(own);
        }
      }),
    );
  });

  it("refuses a group without a block in a zone, and says which", () => {
    const { network } = prodPlatform();
    const general = { role: "nodes" as const, karpenter: false, cidrs: { "us-east-1a": Cidr.parse("10.42.17.0/24") } };
    expect(() => planSubnets({ network: { ...network, subnets: { general } }, clusterName: "c" })).toThrow(
      /^vantage:network\.subnets\.general\.cidrs: no block for zone us-east-1b;/,
    );
  });
});

describe("the subnets of prod", () => {
  const { network, cluster } = prodPlatform();
  const plan = planSubnets({ network, clusterName: cluster.name });

  it("are 24, inside the VPC and apart from each other", () => {
    expect(plan).toHaveLength(24);
    for (const [index, { cidr }] of plan.entries()) {
      expect(network.cidr.contains(cidr)).toBe(true);
      expect(plan.slice(index + 1).filter((other) => other.cidr.overlaps(cidr))).toEqual([]);
    }
  });

  it("carry Karpenter's tag in the groups of the node groups that it replaces", () => {
    const tagged = plan.filter(({ tags }) => tags["karpenter.sh/discovery"] === "prod-us-east-1");
    expect(new Set(tagged.map(({ group }) => group))).toEqual(new Set(["general", "memory"]));
    expect(tagged).toHaveLength(6);
  });

  it("are named after cluster, group and zone", () => {
    expect(plan.find(({ group }) => group === "public")).toMatchObject({
      name: "public-us-east-1a",
      tags: {
        Name: "prod-us-east-1-public-us-east-1a",
        "kubernetes.io/role/elb": "1",
        "kubernetes.io/cluster/prod-us-east-1": "shared",
      },
    });
  });
});

describe("subnetsForRole", () => {
  const { network } = prodPlatform();
  const plan = planSubnets({ network, clusterName: "c" });

  it("takes the first group of the role, one subnet in each zone", () => {
    expect(subnetsForRole(plan, "intra").map(({ name }) => name)).toEqual([
      "intra-us-east-1a",
      "intra-us-east-1b",
      "intra-us-east-1c",
    ]);
    expect(new Set(subnetsForRole(plan, "pods").map(({ group }) => group))).toEqual(new Set(["pods"]));
  });

  it("refuses a network without a group of the role", () => {
    const withoutIntra = plan.filter(({ role }) => role !== "intra");
    expect(() => subnetsForRole(withoutIntra, "intra")).toThrow(/^vantage:network\.subnets: no group has role intra,/);
  });
});
