import { planRouteTables } from "../../../infra/network/route-plan";
import { planSubnets } from "../../../infra/network/subnet-plan";
import { prodPlatform } from "../prod-platform";

const { network, cluster } = prodPlatform();
const subnets = planSubnets({ network, clusterName: cluster.name });
const tables = planRouteTables(subnets);

describe("planRouteTables", () => {
  it("plans one table for public, one for intra and one per zone for private subnets", () => {
    expect(tables.map(({ subnets: _, ...table }) => table)).toEqual([
      { name: "public", defaultRoute: "internet-gateway", toTransitGateway: false },
      { name: "intra", defaultRoute: "none", toTransitGateway: true },
      ...network.zones.map((zone) => ({
        name: `private-${zone}`,
        defaultRoute: "nat-gateway",
        zone,
        toTransitGateway: true,
      })),
    ]);
  });

  it("gives every subnet one table", () => {
    const names = tables.flatMap((table) => table.subnets.map(({ name }) => name));
    expect([...names].sort()).toEqual(subnets.map(({ name }) => name).sort());
  });

  it("keeps private traffic in its zone", () => {
    for (const { zone, subnets: members } of tables.filter(({ defaultRoute }) => defaultRoute === "nat-gateway")) {
      expect(members).toHaveLength(6);
      expect(new Set(members.map((member) => member.zone))).toEqual(new Set([zone]));
      expect(new Set(members.map(({ role }) => role))).toEqual(new Set(["nodes", "pods"]));
    }
  });

  it("plans no table that no subnet would follow", () => {
    const onlyPublic = subnets.filter(({ role }) => role === "public");
    expect(planRouteTables(onlyPublic).map(({ name }) => name)).toEqual(["public"]);
  });
});
