import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { stackNames } from "../sandbox/engine/project";
import { type Exemption, ExemptionError, exemptionsOf, readExemptions } from "./exemptions";

const REPOSITORY = resolve(__dirname, "..");

/**
 * The committed exemptions, of all stacks.
 *
 * @param rules ids of all rules
 * @throws {ExemptionError} when the file can't be used
 */
export function committedExemptions(rules: readonly string[]): readonly Exemption[] {
  return readExemptions(parsed(REPOSITORY), rules, stackNames(REPOSITORY));
}

/**
 * The exemptions of a repository laid out somewhere else, such as an earlier commit.
 *
 * @throws {ExemptionError} when the file can't be used
 */
export function exemptionsIn(root: string): readonly Exemption[] {
  return exemptionsOf(parsed(root));
}

function parsed(root: string): unknown {
  try {
    return parse(readFileSync(resolve(root, "policies/exemptions.yaml"), "utf8"));
  } catch (error) {
    throw new ExemptionError(`policies/exemptions.yaml can't be read: ${(error as Error).message}`);
  }
}
