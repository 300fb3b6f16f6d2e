import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { KubeObject } from "../charts/kube-object";
import { documentsIn, isKubeObject } from "./estate-of-plan";

/** A folder of manifests that can't be judged. Its message is the report. */
export class UnreadableManifests extends Error {
  override readonly name = "UnreadableManifests";
}

/**
 * The objects of a stack's manifests, as they lie in its folder. What stands below it in folders of its own is not deployed.
 *
 * @throws {UnreadableManifests} for a folder without a manifest, and for a file that holds none: an empty folder must not pass for a good one
 */
export function manifestsIn(folder: string): readonly KubeObject[] {
  const files = filesOf(folder).filter((name) => name.endsWith(".yaml"));
  if (files.length === 0) {
    throw new UnreadableManifests(`There are no manifests in ${folder}: run npm run synth, which writes them.`);
  }
  return files.flatMap((name) => {
    const documents = documentsIn(readFileSync(join(folder, name), "utf8"));
    if (documents.length > 0 && documents.every(isKubeObject)) return documents;
    throw new UnreadableManifests(
      `${join(folder, name)} holds something else than Kubernetes objects: run npm run synth.`,
    );
  });
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
