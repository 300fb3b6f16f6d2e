import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { checkStack } from "./check-stack";
import type { Platform } from "./platform";
import { ConfigError } from "./problems";
import { readStackDocument } from "./stack-document";

/**
 * The platform that a stack file describes, read without an engine.
 *
 * @param path the file, such as `Pulumi.prod.yaml`
 * @param stack name of the stack; by default what the file's name says
 * @throws {ConfigError} when the file can't be read, or with everything that is wrong in it
 */
export function loadStackFile(path: string, stack?: string): Platform {
  const name = basename(path);
  const document = readStackDocument(name, readText(path));
  if (document.config === undefined) {
    throw new ConfigError(name, document.problems);
  }
  return checkStack(stack ?? stackNameOf(path), document.config, document);
}

/**
 * The stack that a file belongs to.
 *
 * @throws {ConfigError} when the file is not named as Pulumi names stack files
 */
export function stackNameOf(path: string): string {
  const name = basename(path);
  const stack = /^Pulumi\.([A-Za-z0-9_.-]+)\.ya?ml$/.exec(name)?.[1];
  if (stack === undefined) {
    const allowed = "a file named Pulumi.<stack>.yaml";
    throw new ConfigError(name, [{ path: "file name", given: name, allowed, mend: "rename it, or name the stack" }]);
  }
  return stack;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const given = `${path}: ${(error as NodeJS.ErrnoException).code ?? "not readable"}`;
    const mend = "check the name of the stack; its file lies beside Pulumi.yaml";
    throw new ConfigError(basename(path), [{ path: "file", given, allowed: "a stack file that can be read", mend }]);
  }
}
