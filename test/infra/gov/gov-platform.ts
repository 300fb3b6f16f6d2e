import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { type Platform, toPlatform } from "../../../config/platform";
import { CONFIG_NAMESPACE, type StackConfig, type StackInput, stackSchema } from "../../../config/stack-schema";

/** The AWS side of the stack of the GovCloud guide (004), as its stack file is to say it. */
export const GOV_FILE = resolve(__dirname, "Pulumi.gov.yaml");

/** The sections that the AWS side of a stack with Auto Mode reads. */
const SECTIONS = [
  "platform",
  "aws",
  "network",
  "cluster",
  "storage",
  "access",
  "securityServices",
  "dataAccess",
  "policies",
] as const satisfies readonly (keyof StackInput)[];

/** Those sections as plain values. */
export type GovInput = Pick<StackInput, (typeof SECTIONS)[number]>;

const govSchema = stackSchema.pick(
  Object.fromEntries(SECTIONS.map((section) => [section, true])) as Record<(typeof SECTIONS)[number], true>,
);

/** The file as plain values, without the namespace of its keys. */
export function govInput(): GovInput {
  const { config } = parse(readFileSync(GOV_FILE, "utf8")) as { config: Record<string, unknown> };
  const sections = Object.entries(config).map(([key, value]) => [key.slice(CONFIG_NAMESPACE.length + 1), value]);
  return Object.fromEntries(sections) as GovInput;
}

/** The platform that the file describes. It has no system in the cluster: what reads one isn't tried with it. */
export function govPlatform(): Platform {
  return govWith(() => {});
}

/** The same platform after a change to the file, held to the schema alone. */
export function govWith(change: (input: GovInput) => void): Platform {
  const input = govInput();
  change(input);
  return toPlatform("gov", govSchema.parse(input) as StackConfig);
}
