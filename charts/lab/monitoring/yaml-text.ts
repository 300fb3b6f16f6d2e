import { stringify } from "yaml";

/** A configuration file as YAML that reads the same in 1.1 and 1.2, with keys in the order in which they are given. */
export function yamlText(content: unknown): string {
  return stringify(content, { version: "1.1", aliasDuplicateObjects: false, lineWidth: 0 });
}
