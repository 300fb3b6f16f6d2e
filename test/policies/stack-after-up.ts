import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlannedResource } from "../../policies/resource";
import { operate } from "../../sandbox/commands/operate";
import { shownMap } from "../../sandbox/engine/shown-values";
import { recordingTerminal } from "../sandbox/engine/recording-terminal";
import { PROD, type ProdCopy } from "../sandbox/prod/prod-copy";

/** A resource as the engine's state file has it. */
interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly custom?: boolean;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly parent?: string;
  readonly provider?: string;
  readonly dependencies?: readonly string[];
  readonly protect?: boolean;
}

/**
 * The resources of a stack once they exist: with the trust in the cluster's identity provider, the user data with its endpoint, and whatever else a plan from nothing can't show. No rule has an
 * excuse there.
 */
export async function resourcesAfterUp(copy: ProdCopy, stack = PROD): Promise<readonly PlannedResource[]> {
  // Judging is what the tests do.
  const { policyPack: _, ...project } = copy;
  const terminal = recordingTerminal();
  if ((await operate("up", project, stack, terminal)) !== 0) throw new Error(terminal.lines.join("\n"));
  const path = join(copy.root, ".sandbox", stack, "backend/.pulumi/stacks", copy.name, `${stack}.json`);
  const { checkpoint } = JSON.parse(readFileSync(path, "utf8")) as {
    readonly checkpoint: { readonly latest: { readonly resources: readonly StateResource[] } };
  };
  return checkpoint.latest.resources.map(({ urn, type, custom, inputs, parent, provider, dependencies, protect }) => ({
    urn,
    type,
    name: urn.split("::").slice(3).join("::"),
    parent: parent ?? null,
    provider: provider?.split("::").slice(0, -1).join("::") ?? null,
    inputs: shownMap(inputs ?? {}),
    dependencies: dependencies ?? [],
    protect: protect ?? false,
    custom: custom ?? false,
  }));
}
