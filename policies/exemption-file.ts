import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { type Exemption, readExemptions } from "./exemptions";

/**
 * The committed exemptions, of all stacks.
 *
 * @param rules ids of all rules
 * @throws {ExemptionError} when the file can't be used
 */
export function committedExemptions(rules: readonly string[]): readonly Exemption[] {
  return readExemptions(parse(readFileSync(resolve(__dirname, "exemptions.yaml"), "utf8")), rules);
}
