const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
type Unit = keyof typeof SECONDS;

/** A length of time, written with its unit: `300s`, `2m`, `24h`, `30d`. Immutable. */
export class Duration {
  private constructor(
    /** Length in seconds. */
    readonly seconds: number,
    private readonly text: string,
  ) {}

  /**
   * Reads a whole number followed by `s`, `m`, `h` or `d`.
   *
   * @throws {RangeError} when the text has another form; fractions and sums such as `1h30m` are left out, because AWS and Kubernetes
   * each read them differently.
   */
  static parse(text: string): Duration {
    const match = /^(\d{1,6})([smhd])$/.exec(text);
    if (!match) {
      throw new RangeError(`"${text}" is not a duration such as 300s, 2m, 24h or 30d`);
    }
    return new Duration(Number(match[1]) * SECONDS[match[2] as Unit], text);
  }

  /**
   * Length in whole days.
   *
   * @throws {RangeError} when the duration is no multiple of a day: a conversion never rounds.
   */
  get days(): number {
    return this.wholeUnits("d", "days");
  }

  /**
   * Length in whole hours, in the form Kubernetes and Go read everywhere (`720h`).
   *
   * @throws {RangeError} when the duration is no multiple of an hour.
   */
  get hours(): number {
    return this.wholeUnits("h", "hours");
  }

  /** As written in the stack file. */
  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }

  private wholeUnits(unit: Unit, name: string): number {
    const count = this.seconds / SECONDS[unit];
    if (!Number.isInteger(count)) {
      throw new RangeError(`${this.text} is not a whole number of ${name}`);
    }
    return count;
  }
}
