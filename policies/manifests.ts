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
 * @throws {UnreadableManifests} for a folder without a manifest, and for a file that holds none: an empty folder must not pass for a good one. So does what kubectl would apply and no
 * rule would see: files with other endings, lists of objects, objects without a name.
 */
export function manifestsIn(folder: string): readonly KubeObject[] {
  const files = filesOf(folder).filter((name) => APPLIED.test(name));
  if (files.length === 0) {
    throw new UnreadableManifests(`There are no manifests in ${folder}: run npm run synth, which writes them.`);
  }
  return files.flatMap((name) => {
    const file = join(folder, name);
    if (!name.endsWith(".yaml")) throw new UnreadableManifests(`${file} isn't read; name it .yaml, or take it away.`);
    const documents = documentsIn(readFileSync(file, "utf8"));
    if (documents.length === 0 || !documents.every(isKubeObject)) {
      throw new UnreadableManifests(`${file} holds something else than Kubernetes objects: run npm run synth.`);
    }
    for (const document of documents) refuseUnseen(document, file);
    return documents;
  });
}

/** Names of files that kubectl applies when it is given their folder. Source: kubectl apply, cli-runtime, resource.FileExtensions. */
const APPLIED = /\.(yaml|yml|json)$/;

/** Rules look at objects by kind and name: of what is in a list they would see nothing, and objects without a name would be taken for one. */
function refuseUnseen(object: KubeObject, file: string): void {
  const { kind, metadata } = object;
  if ("items" in object && kind.endsWith("List")) {
    throw new UnreadableManifests(`${file} holds a ${kind}; write its items as documents of their own.`);
  }
  if (typeof metadata?.name !== "string" || metadata.name === "") {
    throw new UnreadableManifests(`${file} holds a ${kind} without a metadata.name; give it one.`);
  }
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
