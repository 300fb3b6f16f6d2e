import * as ipaddr from "ipaddr.js";

/**
 * An IPv4 address block in CIDR notation, such as `10.42.0.0/16`.
 *
 * Immutable. Addresses are handled as unsigned 32-bit integers, so that containment and overlap are comparisons.
 */
export class Cidr {
  private constructor(
    /** First address of the block as an unsigned integer. */
    readonly first: number,
    /** Length of the network prefix in bits, 0 to 32. */
    readonly prefixLength: number,
  ) {}

  /**
   * Reads `a.b.c.d/n`.
   *
   * @throws {RangeError} when the text is no IPv4 block, or has bits set to the right of its prefix: `10.42.1.0/16` names two
   * different things, an address and a block, and a service would refuse it.
   */
  static parse(text: string): Cidr {
    if (!/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(text) || !ipaddr.IPv4.isValidCIDR(text)) {
      throw new RangeError(`"${text}" is not an IPv4 block such as 10.42.0.0/16`);
    }
    const [address, prefixLength] = ipaddr.IPv4.parseCIDR(text);
    const block = new Cidr(toInteger(address), prefixLength);
    if (block.first % block.size !== 0) {
      const network = fromInteger(block.first - (block.first % block.size));
      throw new RangeError(`"${text}" has host bits set; the block is ${network}/${prefixLength}`);
    }
    return block;
  }

  /** Number of addresses in the block. */
  get size(): number {
    return 2 ** (32 - this.prefixLength);
  }

  /** Last address of the block as an unsigned integer. */
  get last(): number {
    return this.first + this.size - 1;
  }

  /**
   * Addresses of a subnet that can be given to an interface: AWS keeps the first four and the last one of every subnet.
   *
   * Source: Amazon VPC user guide, "Subnet CIDR blocks".
   */
  get usableAddresses(): number {
    return Math.max(0, this.size - Cidr.RESERVED_BY_AWS);
  }

  /** Addresses that AWS reserves in every subnet. */
  static readonly RESERVED_BY_AWS = 5;

  /** Whether an address (`10.42.5.201`) or a whole block lies inside this one. */
  contains(other: string | Cidr): boolean {
    if (typeof other === "string") {
      const address = toInteger(ipaddr.IPv4.parse(other));
      return address >= this.first && address <= this.last;
    }
    return other.first >= this.first && other.last <= this.last;
  }

  /** Whether the two blocks share an address. */
  overlaps(other: Cidr): boolean {
    return this.first <= other.last && other.first <= this.last;
  }

  toString(): string {
    return `${fromInteger(this.first)}/${this.prefixLength}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

function toInteger(address: ipaddr.IPv4): number {
  return address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0);
}

function fromInteger(value: number): string {
  return [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value].map((part) => Math.floor(part) % 256).join(".");
}
