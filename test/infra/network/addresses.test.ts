import { Cidr } from "../../../config/units/cidr";
import { planSubnets } from "../../../infra/network/subnet-plan";
import { prodPlatform } from "../prod-platform";
import { AGREED, DISK_ALERT_NODE, type DocumentedAddress, IN_19_BY_001, WITHOUT_ZONE } from "./documented-addresses";

const { network, cluster } = prodPlatform();
const plan = planSubnets({ network, clusterName: cluster.name });
const subnetOf = (address: string) => {
  const [only, ...more] = plan.filter(({ cidr }) => cidr.contains(address));
  expect(more).toEqual([]);
  return only === undefined ? undefined : { zone: only.zone, group: only.group };
};

/** The smallest block that holds all addresses. */
function cover(addresses: readonly string[]): Cidr {
  for (let length = 32; ; length -= 1) {
    const [first = ""] = addresses;
    const base = Cidr.parse(`${first}/32`).first;
    const start = base - (base % 2 ** (32 - length));
    const text = [24, 16, 8, 0].map((bits) => Math.floor(start / 2 ** bits) % 256).join(".");
    const block = Cidr.parse(`${text}/${length}`);
    if (addresses.every((address) => block.contains(address))) {
      return block;
    }
  }
}

const inZone = (rows: readonly DocumentedAddress[], zone: string) =>
  rows.filter((row) => row.zone === zone).map(({ address }) => address);

describe("addresses that the documents show", () => {
  it.each(AGREED)("$at: $address lies in $zone, group $group", ({ address, zone, group }) => {
    expect(subnetOf(address)).toEqual({ zone, group });
  });

  it.each(WITHOUT_ZONE)("%s: %s lies in a subnet", (_at, address) => {
    expect(network.zones).toContain(subnetOf(address)?.zone);
  });

  it("000:97 puts the replicas at 10.42.8.205 and 10.42.9.117 into separate zones", () => {
    expect(subnetOf("10.42.8.205")?.zone).not.toBe(subnetOf("10.42.9.117")?.zone);
  });
});

describe("addresses that the documents contradict", () => {
  it("000 puts 10.42.22.56 into one zone in section 3 and into another in section 8, which holds", () => {
    const inSection8 = AGREED.find(({ at }) => at === "000:1011");
    expect(inSection8?.address).toBe(DISK_ALERT_NODE.address);
    expect(inSection8?.zone).not.toBe(DISK_ALERT_NODE.zone);
    expect(subnetOf(DISK_ALERT_NODE.address)).toEqual({ zone: "us-east-1c", group: "memory" });
  });

  it("001 lists 35 nodes of 10.42.19.0/24, in all three zones", () => {
    expect(IN_19_BY_001).toHaveLength(35);
    expect(network.zones.map((zone) => inZone(IN_19_BY_001, zone).length)).toEqual([12, 12, 11]);
  });

  it("no subnets can hold them: the smallest blocks of the zones overlap each other", () => {
    const [a, b, c] = network.zones.map((zone) => cover(inZone(IN_19_BY_001, zone)));
    expect([a?.overlaps(b as Cidr), b?.overlaps(c as Cidr), a?.overlaps(c as Cidr)]).toEqual([true, true, true]);
  });

  it("000 puts the block into us-east-1c, which is possible and holds", () => {
    expect(inZone(AGREED, "us-east-1c")).toEqual(expect.arrayContaining(["10.42.19.44", "10.42.19.46"]));
    expect(new Set(IN_19_BY_001.map(({ address }) => subnetOf(address)?.zone))).toEqual(new Set(["us-east-1c"]));
  });
});
