import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { getStack, runtime } from "@pulumi/pulumi";
import { type ConfigSource, checkStack } from "./check-stack";
import type { Platform } from "./platform";
import { readStackDocument } from "./stack-document";

/** The project's root: where Pulumi keeps stack files. */
const PROJECT_ROOT = resolve(__dirname, "..");

/**
 * The platform that the running Pulumi program was configured with. The engine's word counts, not the file's: `pulumi config set` and
 * `--config` are seen here as Pulumi merged them.
 *
 * @throws {ConfigError} with every problem; lines are added where the stack's file lies in the project's root
 */
export function platformFromPulumi(): Platform {
  return platformFromEngine(getStack(), new Map(Object.entries(runtime.allConfig())));
}

/**
 * The platform of a configuration as the engine hands it over: each key with its text.
 *
 * @throws {ConfigError} with every problem
 */
export function platformFromEngine(stack: string, config: ReadonlyMap<string, string>): Platform {
  const decoded = [...config].map(([key, text]) => [key, decodeConfigValue(text)]);
  return checkStack(stack, Object.fromEntries(decoded), sourceOf(stack));
}

/**
 * A value of the engine's configuration as it was written. The engine hands over text: JSON for mappings and lists, which keeps the types of
 * what they hold; everything else as it stands.
 */
export function decodeConfigValue(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function sourceOf(stack: string): ConfigSource {
  const name = `Pulumi.${stack}.yaml`;
  const path = resolve(PROJECT_ROOT, name);
  if (!existsSync(path)) {
    return { name: `stack ${stack}`, locate: () => undefined };
  }
  // The file is read only when there is something to report: the engine has already said what is in it.
  let document: ConfigSource | undefined;
  return {
    name,
    locate: (place) => {
      document ??= readStackDocument(name, readFileSync(path, "utf8"));
      return document.locate(place);
    },
  };
}
