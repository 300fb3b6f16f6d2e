import { z } from "zod";
import type { Finding } from "./finding";
import { schemaFindings } from "./schema-findings";
import { SECTION_NAMES, type StackConfig, stackSchema } from "./stack-schema";

/** Name of a section of a stack file. */
export type SectionName = keyof StackConfig;

/** What could be read of one section. */
export interface ParsedSection {
  /** The fields, or entries, that are right by themselves. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether nothing of the section is missing from `fields`. */
  readonly complete: boolean;
  /** Whether the stack leaves the section out, and with it the system. */
  readonly absent?: true;
}

/** What could be read of a stack file, and what stands against the rest. */
export interface ParsedStack {
  readonly sections: Readonly<Record<SectionName, ParsedSection>>;
  readonly findings: readonly Finding[];
}

/**
 * Reads each section by its schema.
 *
 * A section with a mistake is not given up: the fields that are right by themselves are kept, so that checks across fields can still tell the
 * rest of what is wrong in the same round. Unknown keys spoil nothing but themselves.
 */
export function parseSections(input: Readonly<Record<string, unknown>>): ParsedStack {
  const findings: Finding[] = [];
  const sections = SECTION_NAMES.map((name) => {
    const schema: z.ZodType = stackSchema.shape[name];
    const value = input[name];
    const whole = schema.safeParse(value);
    if (whole.success && whole.data === undefined) {
      return [name, { fields: {}, complete: true, absent: true as const }] as const;
    }
    if (whole.success) {
      return [name, { fields: whole.data as Record<string, unknown>, complete: true }] as const;
    }
    findings.push(...schemaFindings(schema, value, [name], whole.error.issues));
    return [name, parseRest(schema, withoutUnknownKeys(value, whole.error.issues))] as const;
  });
  return { sections: Object.fromEntries(sections) as ParsedStack["sections"], findings };
}

function parseRest(schema: z.ZodType, value: unknown): ParsedSection {
  const whole = schema.safeParse(value);
  if (whole.success) {
    return { fields: whole.data as Record<string, unknown>, complete: true };
  }
  const fields: Record<string, unknown> = {};
  for (const [key, fieldSchema] of fieldSchemas(schema, value)) {
    const field = fieldSchema.safeParse((value as Record<string, unknown>)[key]);
    if (field.success) {
      fields[key] = field.data;
    }
  }
  return { fields, complete: false };
}

function fieldSchemas(schema: z.ZodType, value: unknown): [string, z.ZodType][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [];
  }
  if (schema instanceof z.ZodOptional) {
    return fieldSchemas(schema.unwrap() as z.ZodType, value);
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape);
  }
  return schema instanceof z.ZodRecord ? Object.keys(value).map((key) => [key, schema.valueType as z.ZodType]) : [];
}

function withoutUnknownKeys(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const unknown = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? [issue] : []));
  if (unknown.length === 0) {
    return value;
  }
  const copy = structuredClone(value);
  for (const { path, keys } of unknown) {
    const parent = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], copy);
    for (const key of keys) {
      delete (parent as Record<string, unknown>)[key];
    }
  }
  return copy;
}
