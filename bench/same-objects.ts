import { isDeepStrictEqual } from "node:util";
import { parseAllDocuments } from "yaml";
import { type KubeObject, referenceOf, referenceText } from "../charts/kube-object";

/**
 * Holds a command to the objects that it is to print: a comparison of times means something only where the work is the same. The order of objects and of keys is not looked at, the commands have their own.
 *
 * @param printed YAML documents
 * @throws {Error} with the first object that is missing, is not asked for, or differs
 */
export function requireSameObjects(command: string, printed: string, objects: readonly KubeObject[]): void {
  const found = byReference(parsed(printed));
  const wanted = byReference(objects);
  for (const [reference, object] of wanted) {
    if (!found.has(reference)) throw new Error(`${command} doesn't print ${reference}.`);
    // Without what JSON can't say: a key whose value is undefined is no key.
    const plain: unknown = JSON.parse(JSON.stringify(object));
    if (!isDeepStrictEqual(found.get(reference), plain)) {
      throw new Error(`${command} prints another ${reference} than the charts render.`);
    }
  }
  for (const reference of found.keys()) {
    if (!wanted.has(reference)) throw new Error(`${command} prints ${reference}, which no chart renders.`);
  }
}

function parsed(text: string): readonly KubeObject[] {
  return parseAllDocuments(text, { version: "1.1" })
    .map((document) => document.toJS() as KubeObject | null)
    .filter((object) => object !== null);
}

function byReference(objects: readonly KubeObject[]): ReadonlyMap<string, unknown> {
  return new Map(objects.map((object) => [referenceText(referenceOf(object)), object]));
}
