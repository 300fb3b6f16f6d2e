import * as fc from "fast-check";
import { Cidr } from "../../../config/units/cidr";

/** Blocks without host bits: what `parse` takes. */
const blocks = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 32 }))
  .map(([address, length]) => {
    const size = 2 ** (32 - length);
    const first = address - (address % size);
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
    return `${bytes.join(".")}/${length}`;
  });

describe("Cidr", () => {
  it("writes what it has read", () => {
    fc.assert(
      fc.property(blocks, (text) => `${Cidr.parse(text)}` === text && JSON.stringify(Cidr.parse(text)) === `"${text}"`),
    );
  });

  it("ends where the next block of its size begins", () => {
    fc.assert(
      fc.property(blocks, (text) => Cidr.parse(text).last - Cidr.parse(text).first + 1 === Cidr.parse(text).size),
    );
  });

  it("of two blocks that share an address, one contains the other", () => {
    fc.assert(
      fc.property(blocks, blocks, (a, b) => {
        const [left, right] = [Cidr.parse(a), Cidr.parse(b)];
        expect(left.overlaps(right)).toBe(left.contains(right) || right.contains(left));
        expect(left.overlaps(right)).toBe(right.overlaps(left));
      }),
    );
  });

  it("knows the documented addresses of the VPC", () => {
    const vpc = Cidr.parse("10.42.0.0/16");
    expect([vpc.size, vpc.usableAddresses]).toEqual([65_536, 65_531]);
    expect(["10.42.5.201", "10.42.255.255", "10.43.0.0", "10.41.255.255"].map((ip) => vpc.contains(ip))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(Cidr.parse("10.42.0.0/30").usableAddresses).toBe(0);
  });

  it.each([
    ["10.42.0.0", "is not an IPv4 block"],
    ["10.42.0.0/33", "is not an IPv4 block"],
    ["10.42.0.256/32", "is not an IPv4 block"],
    ["10.42/16", "is not an IPv4 block"],
    ["fd00::/8", "is not an IPv4 block"],
    ["10.42.1.0/16", "has host bits set; the block is 10.42.0.0/16"],
  ])("refuses %s", (text, reason) => {
    expect(() => Cidr.parse(text)).toThrow(new RegExp(reason));
    expect(() => Cidr.parse(text)).toThrow(RangeError);
  });
});
