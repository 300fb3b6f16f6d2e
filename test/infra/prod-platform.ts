import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { loadStackFile } from "../../config/load";
import { type Platform, toPlatform } from "../../config/platform";
import { CONFIG_NAMESPACE, type StackInput, stackSchema } from "../../config/stack-schema";

const STACK_FILE = resolve(__dirname, "../../Pulumi.prod.yaml");

/** The committed stack file as plain values, without the namespace of its keys. */
export function prodInput(): StackInput {
  const { config } = parse(readFileSync(STACK_FILE, "utf8")) as { config: Record<string, unknown> };
  const sections = Object.entries(config).map(([key, value]) => [key.slice(CONFIG_NAMESPACE.length + 1), value]);
  return Object.fromEntries(sections) as StackInput;
}

/** The platform that `Pulumi.prod.yaml` describes. */
export function prodPlatform(): Platform {
  return loadStackFile(STACK_FILE);
}

/** The same platform after a change to its stack file, held to the schema alone: what the checks across fields refuse can be tried, too. */
export function prodWith(change: (input: StackInput) => void): Platform {
  const input = structuredClone(prodInput());
  change(input);
  return toPlatform("prod", stackSchema.parse(input));
}
