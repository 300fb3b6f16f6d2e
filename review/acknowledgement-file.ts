import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Acknowledgement, AcknowledgementError, readAcknowledgements } from "./acknowledgements";

/**
 * The acknowledgements of a repository, of all stacks. A commit from before there were any has none.
 *
 * @throws {AcknowledgementError} when the file can't be used
 */
export function acknowledgementsIn(root: string): readonly Acknowledgement[] {
  const path = join(root, "review", "acknowledged.yaml");
  return existsSync(path) ? readAcknowledgements(parsed(path)) : [];
}

function parsed(path: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new AcknowledgementError(`review/acknowledged.yaml can't be read: ${(error as Error).message}`);
  }
}
