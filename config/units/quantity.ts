const MULTIPLIERS = {
  "": 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
} as const;
type Suffix = keyof typeof MULTIPLIERS;

/**
 * A Kubernetes resource quantity: CPU in cores (`500m`, `2`) or memory and storage in bytes (`100Mi`, `200Gi`). Immutable.
 *
 * Source: Kubernetes API reference, `resource.Quantity`; exponents and the suffixes below milli and above tera are left out, as nothing here
 * is that small or that large.
 */
export class Quantity {
  private constructor(
    /** The amount in its base unit: cores or bytes. */
    readonly value: number,
    private readonly text: string,
  ) {}

  /** @throws {RangeError} when the text is no Kubernetes quantity. */
  static parse(text: string): Quantity {
    const match = /^(\d{1,15}(?:\.\d{1,3})?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(text);
    if (!match) {
      throw new RangeError(`"${text}" is not a Kubernetes quantity such as 500m, 2 or 200Gi`);
    }
    return new Quantity(Number(match[1]) * MULTIPLIERS[(match[2] ?? "") as Suffix], text);
  }

  /** Amount in thousandths of the base unit, rounded up as the Kubernetes API does. */
  get milli(): number {
    return Math.ceil(Number((this.value * 1_000).toFixed(6)));
  }

  /**
   * Amount in whole gibibytes, the unit in which EBS volumes are sized.
   *
   * @throws {RangeError} when the quantity is no multiple of 1Gi: a volume size is never rounded.
   */
  get gibibytes(): number {
    const count = this.value / MULTIPLIERS.Gi;
    if (!Number.isInteger(count)) {
      throw new RangeError(`${this.text} is not a whole number of GiB`);
    }
    return count;
  }

  /** As written in the stack file; `1000m` and `1` are equal in value and keep their spelling. */
  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}
