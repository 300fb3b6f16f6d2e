import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadStackFile } from "../../config/load";
import type { Platform } from "../../config/platform";

const REPOSITORY = resolve(__dirname, "../..");

/** Names of the stacks that the repository has a file of. */
export const STACKS: readonly string[] = readdirSync(REPOSITORY)
  .flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? [])
  .sort();

/** The platform that a stack's file describes. */
export function stackPlatform(stack: string): Platform {
  return loadStackFile(join(REPOSITORY, `Pulumi.${stack}.yaml`));
}
