import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { stackNames } from "../sandbox/engine/project";
import { type Exemption, ExemptionError, readExemptions } from "./exemptions";

const REPOSITORY = resolve(__dirname, "..");

/**
 * The committed exemptions, of all stacks.
 *
 * @param rules ids of all rules
 * @throws {ExemptionError} when the file can't be used
 */
export function committedExemptions(rules: readonly string[]): readonly Exemption[] {
  return readExemptions(parsed(resolve(__dirname, "exemptions.yaml")), rules, stackNames(REPOSITORY));
}

function parsed(path: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new ExemptionError(`policies/exemptions.yaml can't be read: ${(error as Error).message}`);
  }
}
