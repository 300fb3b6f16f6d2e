import { createHash } from "node:crypto";

/**
 * Source of everything about an object that a real service would choose at random. It depends on the URN and on how often the URN made an object before, and on
 * nothing else: two runs from an empty store give the same ids.
 */
export class ObjectSeed {
  readonly #text: string;

  constructor(urn: string, creations: number) {
    this.#text = `${urn}\n${creations}`;
  }

  /** Lower-case hexadecimal digits, 1 to 64 of them; `label` tells apart several values of one object. */
  hex(label: string, length: number): string {
    return createHash("sha256").update(`${label}\n${this.#text}`).digest("hex").slice(0, length);
  }

  /** Decimal digits, 1 to 30 of them, the first no zero. */
  digits(label: string, length: number): string {
    const number = BigInt(`0x${this.hex(label, 64)}`).toString();
    return number.slice(-length).replace(/^0/, "1");
  }

  /** Upper-case letters and digits, as in the unique ids of IAM. */
  letters(label: string, length: number): string {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const bytes = createHash("sha256").update(`${label}\n${this.#text}`).digest();
    return Array.from({ length }, (_, index) => alphabet[(bytes[index] ?? 0) % alphabet.length]).join("");
  }

  /** A UUID in the shape of version 4. */
  uuid(label: string): string {
    const hex = this.hex(label, 32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
