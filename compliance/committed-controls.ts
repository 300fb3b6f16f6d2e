import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { committedFacts } from "../facts/sources";
import { RULES } from "../policies/index";
import { stackNames } from "../sandbox/engine/project";
import { REPOSITORY } from "../sandbox/vantage-project";
import { type Control, ControlError, readControls } from "./control";

/**
 * The committed table.
 *
 * @throws {ControlError} when it can't be used
 */
export function committedControls(): readonly Control[] {
  const known = {
    rules: RULES.map(({ id }) => id),
    facts: committedFacts().map(({ id }) => id),
    stacks: stackNames(REPOSITORY),
  };
  return readControls(parsed(), known);
}

function parsed(): unknown {
  try {
    return parse(readFileSync(join(REPOSITORY, "docs/controls.yaml"), "utf8"));
  } catch (error) {
    throw new ControlError(`docs/controls.yaml can't be read: ${(error as Error).message}`);
  }
}
