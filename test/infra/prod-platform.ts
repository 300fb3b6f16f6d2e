import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { loadStackFile } from "../../config/load";
import type { Part, PlatformWith } from "../../config/parts";
import { toPlatform } from "../../config/platform";
import { CONFIG_NAMESPACE, type StackInput, stackSchema } from "../../config/stack-schema";

const STACK_FILE = resolve(__dirname, "../../Pulumi.prod.yaml");

/** What prod has: every part but what stacks without Karpenter and ingress-nginx have instead. */
export type ProdPart = Exclude<Part, "clusterAutoscaler" | "addOns.aws-load-balancer-controller">;

/** A platform with all of that. */
export type ProdPlatform = PlatformWith<ProdPart>;

type Releases = StackInput["addOns"]["releases"];

/** A stack file with all of that, as plain values. */
export type ProdInput = {
  [Section in Exclude<keyof StackInput, "clusterAutoscaler">]-?: NonNullable<StackInput[Section]>;
} & Pick<StackInput, "clusterAutoscaler"> & {
    addOns: { releases: Required<Omit<Releases, "aws-load-balancer-controller">> & Releases };
  };

/** The committed stack file as plain values, without the namespace of its keys. */
export function prodInput(): ProdInput {
  const { config } = parse(readFileSync(STACK_FILE, "utf8")) as { config: Record<string, unknown> };
  const sections = Object.entries(config).map(([key, value]) => [key.slice(CONFIG_NAMESPACE.length + 1), value]);
  return Object.fromEntries(sections) as ProdInput;
}

/** The platform that `Pulumi.prod.yaml` describes. */
export function prodPlatform(): ProdPlatform {
  return loadStackFile(STACK_FILE) as ProdPlatform;
}

/** The same platform after a change to its stack file, held to the schema alone: what the checks across fields refuse can be tried, too. */
export function prodWith(change: (input: ProdInput) => void): ProdPlatform {
  const input = structuredClone(prodInput());
  change(input);
  return toPlatform("prod", stackSchema.parse(input)) as ProdPlatform;
}
