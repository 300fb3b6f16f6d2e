import { stringify } from "yaml";
import type { KubeObject } from "./kube-object";

/** Keys that come first, as readers of Kubernetes manifests expect them; all others follow in alphabetical order. */
const FIRST_KEYS = ["apiVersion", "kind", "metadata", "key", "name", "namespace", "labels", "annotations"] as const;
const RANK: ReadonlyMap<string, number> = new Map(FIRST_KEYS.map((key, index) => [key, index]));

/**
 * Objects as one YAML file: the same bytes for the same objects. Keys come in a fixed order, so that one that is added moves no other; lists stay as they are, because their order means
 * something. What YAML 1.1 readers would take for a boolean or a number is quoted. No anchors, no folded lines.
 *
 * @param header what the reader of the file has to know, without comment signs
 */
export function renderYaml(objects: readonly KubeObject[], header: readonly string[]): string {
  const comment = header.map((line) => `# ${line}\n`).join("");
  return comment + objects.map((object) => `---\n${yamlDocument(object)}`).join("");
}

/** A value as one YAML document, in the same order and quoting. */
export function yamlDocument(value: unknown): string {
  return stringify(inOrder(value), { version: "1.1", aliasDuplicateObjects: false, lineWidth: 0 });
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([key, item]) => [key, inOrder(item)]),
  );
}

function rank(key: string): number {
  return RANK.get(key) ?? FIRST_KEYS.length;
}
