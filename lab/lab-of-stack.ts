import { join } from "node:path";
import { LAB_PARTS, type LabPlatform } from "../charts/lab/lab";
import { loadStackFile } from "../config/load";
import { has } from "../config/parts";
import { stackNames } from "../sandbox/engine/project";
import { UserError } from "../sandbox/engine/user-error";

/**
 * The lab of a stack.
 *
 * @param root folder of the stack files
 * @param stack name of the stack; left out, it is the only one that has a lab
 * @param load reads a stack file. @default {@link loadStackFile}
 * @throws UserError when there is no such stack, it has no lab, or several have one; ConfigError when a file is broken
 */
export function labOfStack(root: string, stack: string | undefined, load = loadStackFile): LabPlatform {
  const known = stackNames(root);
  const there = `There are: ${known.join(", ") || "none"}.`;
  if (stack !== undefined && !known.includes(stack))
    throw new UserError(`There is no stack "${stack}". ${there} Choose one with --stack NAME.`);
  const platforms = (stack === undefined ? known : [stack]).map((name) => load(join(root, `Pulumi.${name}.yaml`)));
  const [only, ...others] = platforms.filter((platform) => has(platform, ...LAB_PARTS));
  if (only === undefined) {
    const who = stack === undefined ? "No stack has a lab" : `Stack ${stack} has no lab`;
    const mend = "A lab is what vantage:labMonitoring, vantage:shop and vantage:clusterBackup of a stack file describe";
    throw new UserError(`${who}. ${mend}. ${there}`);
  }
  if (others.length === 0) return only;
  const names = [only, ...others].map((platform) => platform.stack);
  throw new UserError(`More than one stack has a lab: ${names.join(", ")}. Name one with --stack NAME.`);
}
