import type { z } from "zod";
import { type ConfigPath, showPath } from "./config-path";
import { helpFor, knownKeys, schemaAt } from "./field-help";
import type { Finding } from "./finding";
import { nearest } from "./nearest";
import { showKind, showValue } from "./show-value";

/**
 * What a schema has against a value, in the words of a report.
 *
 * The schema's own messages are left aside: they say what a parser expected, not what an operator may write.
 *
 * @param path where the value stands in the stack file
 * @param issues what the schema said, if it was asked already
 */
export function schemaFindings(
  schema: z.ZodType,
  value: unknown,
  path: ConfigPath,
  issues: readonly z.core.$ZodIssue[] = schema.safeParse(value).error?.issues ?? [],
): Finding[] {
  return withoutRepeats(issues.flatMap((issue) => fromIssue(issue, schema, value, path)));
}

function fromIssue(issue: z.core.$ZodIssue, root: z.ZodType, value: unknown, base: ConfigPath): Finding[] {
  const inner = issue.path as ConfigPath;
  const path = [...base, ...inner];
  const schema = schemaAt(root, inner);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey([...path, key], knownKeys(schema)));
    case "invalid_key":
      return [badKey(path, schemaAt(root, inner.slice(0, -1))), ...beneathBadKey(schema, valueAt(value, inner), path)];
    case "custom":
      return [{ path, given: showValue(valueAt(value, inner)), ...helpOfIssue(issue, schema) }];
    default:
      return [badValue(issue, path, schema, valueAt(value, inner))];
  }
}

/** A key that means nothing where it stands; its value is not shown, as nothing is known of it. */
export function unknownKey(path: ConfigPath, known: readonly string[], show = (key: string) => key): Finding {
  const key = String(path.at(-1));
  const meant = nearest(key, known);
  return {
    path,
    on: "key",
    given: `the unknown key ${showValue(show(key))}`,
    allowed: known.map(show).join(", "),
    mend:
      meant === undefined
        ? "remove it, or write one of these keys"
        : `did you mean ${show(meant)}? otherwise remove it`,
  };
}

function badKey(path: ConfigPath, parent: z.core.$ZodType | undefined): Finding {
  const keySchema = (parent as z.ZodRecord | undefined)?.keyType;
  const { allowed, mend } = helpFor(keySchema);
  return {
    path,
    on: "key",
    given: `the key ${showValue(String(path.at(-1)))}`,
    allowed,
    mend: mend ?? "rename the key",
  };
}

/** The parser skips what stands under a key it refuses; a second round would only then find what is wrong there. */
function beneathBadKey(schema: z.core.$ZodType | undefined, value: unknown, path: ConfigPath): Finding[] {
  return schema === undefined ? [] : schemaFindings(schema as z.ZodType, value, path);
}

function badValue(
  issue: z.core.$ZodIssue,
  path: ConfigPath,
  schema: z.core.$ZodType | undefined,
  value: unknown,
): Finding {
  const { allowed, mend } = helpFor(schema);
  if (value === undefined) {
    return {
      path,
      given: showValue(value),
      allowed,
      mend: `add the key ${path.length === 1 ? showPath(path) : path.at(-1)}`,
    };
  }
  if (issue.code === "invalid_type") {
    return { path, given: showKind(value), allowed, mend: mendType(issue.expected, value, allowed) };
  }
  if (issue.code === "invalid_value") {
    return {
      path,
      given: typeof value === "string" ? showValue(value) : showKind(value),
      allowed,
      mend: mendChoice(issue.values.map(String), value),
    };
  }
  return { path, given: showValue(value), allowed, mend: mend ?? `write ${allowed}` };
}

function mendChoice(choices: readonly string[], value: unknown): string {
  if (typeof value !== "string") {
    return choices.includes(String(value)) ? `put it in quotes: "${value}"` : "choose one of these";
  }
  const meant = nearest(value, choices);
  return meant === undefined ? "choose one of these" : `did you mean ${meant}?`;
}

function mendType(expected: string, value: unknown, allowed: string): string {
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return `put it in quotes, so that YAML keeps it as text: "${value}"`;
  }
  const wantsPlain = expected === "number" || expected === "int" || expected === "boolean";
  if (wantsPlain && typeof value === "string" && /^(-?\d+(\.\d+)?|true|false)$/.test(value)) {
    return `write ${value} without quotes`;
  }
  return `write ${allowed}`;
}

function helpOfIssue(issue: z.core.$ZodIssueCustom, schema: z.core.$ZodType | undefined) {
  const { allowed = helpFor(schema).allowed, mend = issue.message } = (issue.params ?? {}) as Partial<Finding>;
  return { allowed, mend };
}

function valueAt(value: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>(
    (parent, key) =>
      typeof parent === "object" && parent !== null ? (parent as Record<string | number, unknown>)[key] : undefined,
    value,
  );
}

/** One value can break two rules of its field; the first says enough. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ path, on }) => {
    const place = JSON.stringify([on, path]);
    return !seen.has(place) && seen.add(place);
  });
}
