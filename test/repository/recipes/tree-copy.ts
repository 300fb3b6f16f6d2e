import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { parseAllDocuments } from "yaml";
import { type KubeObject, referenceOf, referenceText } from "../../../charts/kube-object";
import type { PlannedResource } from "../../../policies/resource";
import { NOT_COMMITTED, ROOT } from "../repository-files";
import { applyDiff } from "./apply-diff";
import type { Step } from "./recipe";

/** A copy of everything that is committed, beside the packages that are installed: what a newcomer has after `npm ci`, to try a recipe in. */
export class TreeCopy {
  readonly root: string;

  constructor() {
    const scratch = join(ROOT, ".sandbox");
    mkdirSync(scratch, { recursive: true });
    this.root = mkdtempSync(join(scratch, "test-tree-"));
    for (const name of readdirSync(ROOT).filter((one) => !NOT_COMMITTED.includes(one))) {
      cpSync(join(ROOT, name), join(this.root, name), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(this.root, "node_modules"));
  }

  /** Does what a step says. Commands have to succeed and print the lines that the page shows. @returns everything that they printed */
  take(step: Step): string {
    if (step.verb === "Run") {
      const printed = this.run(step.commands);
      const lines = new Set(printed.split("\n").map((line) => line.trim()));
      const missing = step.prints.filter((line) => !lines.has(line.trim()));
      if (missing.length > 0) throw new Error(`Not printed:\n${missing.join("\n")}\nbut:\n${printed}`);
      return printed;
    }
    const file = join(this.root, step.path);
    if (step.verb === "Change") {
      writeFileSync(file, applyDiff(this.read(step.path), step.diff));
      return "";
    }
    if (existsSync(file)) throw new Error(`${step.path} is there already.`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, step.text);
    return "";
  }

  /** Runs commands as a shell at the tree's root does; fails when one of them does. @returns everything that was printed */
  run(commands: string): string {
    const { status, stdout, stderr } = spawnSync("bash", ["-euo", "pipefail", "-c", commands], {
      cwd: this.root,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
      // A pipe of Node.js is a socket: a shell whose input is one takes itself for a remote one, and reads files of the machine first.
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (status !== 0) throw new Error(`Exit code ${status} of\n${commands}\n${stdout}\n${stderr}`);
    return `${stdout}\n${stderr}`;
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  /** The resources of the plan that was made last. */
  plan(stack: string): readonly PlannedResource[] {
    return (JSON.parse(this.read(`build/${stack}/plan.json`)) as { resources: PlannedResource[] }).resources;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Objects of a file of manifests, each as text by its reference: `kafka.strimzi.io/KafkaTopic kafka-prod/name`. */
export function objectsOf(yaml: string): ReadonlyMap<string, string> {
  const objects = parseAllDocuments(yaml, { version: "1.1" }).map((document) => document.toJS() as KubeObject);
  return new Map(objects.map((object) => [referenceText(referenceOf(object)), JSON.stringify(object)]));
}

/** How two files of manifests differ: `+`, `-` or `~` and the reference of each object that does. */
export function changedObjects(before: string, after: string): readonly string[] {
  const [old, now] = [objectsOf(before), objectsOf(after)];
  const references = [...new Set([...old.keys(), ...now.keys()])];
  return references
    .filter((reference) => old.get(reference) !== now.get(reference))
    .map((reference) => `${old.has(reference) ? (now.has(reference) ? "~" : "-") : "+"} ${reference}`)
    .sort();
}
