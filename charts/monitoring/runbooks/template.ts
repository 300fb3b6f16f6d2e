import { readFileSync } from "node:fs";
import { join } from "node:path";

const TEMPLATES = join(__dirname, "templates");

/**
 * The template of a name with its values.
 *
 * @throws {Error} when the two don't fit each other: an error of ours
 */
export function template(name: string, values: Readonly<Record<string, string>>): string {
  return filled(readFileSync(join(TEMPLATES, `${name}.md`), "utf8"), values, name);
}

/**
 * A template with its values: `{{name}}` stands for one.
 *
 * @throws {Error} for a placeholder without a value and a value without a placeholder
 */
export function filled(template: string, values: Readonly<Record<string, string>>, name: string): string {
  const asked = new Set([...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, key = ""]) => key));
  const missing = [...asked].filter((key) => values[key] === undefined);
  const unused = Object.keys(values).filter((key) => !asked.has(key));
  if (missing.length > 0 || unused.length > 0) {
    throw new Error(
      `Runbook ${name}: no value for ${missing.join(", ") || "nothing"}, no placeholder for ${unused.join(", ") || "nothing"}.`,
    );
  }
  return template.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? "");
}
