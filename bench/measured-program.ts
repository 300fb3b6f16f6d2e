import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A program whose start is measured. */
export interface MeasuredProgram {
  /** Folder of `Pulumi.yaml`. */
  readonly root: string;
  /** Entry point. */
  readonly entry: string;
  readonly project: string;
  readonly stack: string;
  readonly config: Readonly<Record<string, string>>;
}

/** The program of a project folder, with the configuration of one of its stacks. */
export function measuredProgram(root: string, stack: string): MeasuredProgram {
  const { name, main } = parse(readFileSync(join(root, "Pulumi.yaml"), "utf8")) as { name: string; main: string };
  const { config } = parse(readFileSync(join(root, `Pulumi.${stack}.yaml`), "utf8")) as {
    config: Record<string, unknown>;
  };
  return { root, entry: join(root, main), project: name, stack, config: programConfig(config) };
}

/** Configuration as the engine hands it to a program: every value a string, maps and lists as JSON. */
export function programConfig(config: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(config).map(([key, value]) => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return Object.fromEntries(texts);
}
