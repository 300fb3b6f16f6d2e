import { existsSync } from "node:fs";
import { join } from "node:path";
import type { KubeObject } from "../charts/kube-object";
import { loadStackFile } from "../config/load";
import type { Platform } from "../config/platform";
import { decisionsIn } from "../facts/sources";
import { exemptionsIn } from "../policies/exemption-file";
import type { Exemption } from "../policies/exemptions";
import { manifestsIn } from "../policies/manifests";
import type { PlannedResource } from "../policies/resource";
import { freshPlan, readPlan } from "../sandbox/commands/fresh-plan";
import { planPath } from "../sandbox/commands/plan";
import type { Project } from "../sandbox/engine/project";
import type { Terminal } from "../sandbox/engine/terminal";
import { errorText, UserError } from "../sandbox/engine/user-error";
import { acknowledgementsIn } from "./acknowledgement-file";
import type { Acknowledgement } from "./acknowledgements";
import { type Checkout, runIn } from "./checkout";

/** A stack in one of the two states that a review compares: everything that it looks at, read. */
export interface Side {
  readonly resources: readonly PlannedResource[];
  /** The manifests. */
  readonly objects: readonly KubeObject[];
  /** The manifests that the documents print, in their documented form. */
  readonly printed: readonly KubeObject[];
  /** Configuration, as today's schema reads it; left out where it can't. */
  readonly platform?: Platform;
  /** Of all stacks. */
  readonly exemptions: readonly Exemption[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** Ids of the decisions. */
  readonly decisions: ReadonlySet<string>;
}

/** The working tree: its plan, made anew, and its files. Undefined when planning fails, after the engine has said why. */
export async function headSide(project: Project, stack: string, terminal: Terminal): Promise<Side | undefined> {
  const plan = await freshPlan(project, stack, terminal);
  return plan === undefined ? undefined : sideOfPlan(project, stack, plan.resources);
}

/** The working tree with a plan of it. */
export function sideOfPlan({ root }: Project, stack: string, resources: readonly PlannedResource[]): Side {
  return { ...filesOf(root, stack), platform: loadStackFile(stackFileOf(root, stack)), resources };
}

/**
 * A commit: its plan, made by its own code, and its files. Of a commit that doesn't have the stack, nothing is there.
 *
 * @throws {UserError} when its plan can't be made, or today's code can't read what it has
 */
export async function baseSide(checkout: Checkout, stack: string): Promise<Side> {
  const name = checkout.commit.slice(0, 12);
  await planned(checkout, stack);
  try {
    return sideOfCommit(checkout, stack);
  } catch (error) {
    throw new UserError(
      `${errorText(error)}\nThis is about the base, ${name}, as it lies in ${checkout.folder}: compare with another one by --base.`,
    );
  }
}

async function planned(checkout: Checkout, stack: string): Promise<void> {
  const { commit, folder } = checkout;
  if (!existsSync(stackFileOf(folder, stack)) || existsSync(planPath({ root: folder }, stack))) return;
  const { code, text } = await runIn(checkout, "sandbox/cli.ts", ["plan", "--stack", stack]);
  if (code !== 0) throw new UserError(`The plan of ${stack} at ${commit.slice(0, 12)} can't be made:\n${text}`);
}

function sideOfCommit({ folder }: Checkout, stack: string): Side {
  const stackFile = stackFileOf(folder, stack);
  if (!existsSync(stackFile)) return { ...shared(folder), resources: [], objects: [], printed: [] };
  const platform = platformOf(stackFile);
  return {
    ...filesOf(folder, stack),
    resources: readPlan(planPath({ root: folder }, stack), stack).resources,
    ...(platform === undefined ? {} : { platform }),
  };
}

function stackFileOf(root: string, stack: string): string {
  return join(root, `Pulumi.${stack}.yaml`);
}

function filesOf(root: string, stack: string) {
  const folder = join(root, "manifests", stack);
  const printed = join(folder, "as-documented");
  return {
    ...shared(root),
    objects: manifestsIn(folder),
    printed: existsSync(printed) ? manifestsIn(printed) : [],
  };
}

function shared(root: string) {
  return {
    exemptions: exemptionsIn(root),
    acknowledgements: acknowledgementsIn(root),
    decisions: decisionsIn(root),
  };
}

/** The configuration of an older commit, where today's schema still reads it. */
function platformOf(stackFile: string): Platform | undefined {
  try {
    return loadStackFile(stackFile);
  } catch (error) {
    if ((error as Error).name === "ConfigError") return undefined;
    throw error;
  }
}
