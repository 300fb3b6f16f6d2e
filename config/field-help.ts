import { z } from "zod";
import type { ConfigPath } from "./config-path";

/** What a report says of a field beside its place: what is allowed there, and how to mend a value that isn't. */
export interface FieldHelp {
  /** What the field accepts, as a noun phrase: "an IPv4 block such as 10.42.0.0/16". */
  readonly allowed: string;
  /** The way out, as an instruction; absent where the kind of mistake says it. */
  readonly mend?: string;
}

/** The schema of the value at a path, or undefined where the schema knows no such place. */
export function schemaAt(root: z.core.$ZodType, path: ConfigPath): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>(childSchema, root);
}

/** Keys that a mapping may have, where the schema lists them. */
export function knownKeys(schema: z.core.$ZodType | undefined): readonly string[] {
  const inner = schema && unwrap(schema);
  if (inner instanceof z.ZodObject) {
    return Object.keys(inner.shape);
  }
  return inner instanceof z.ZodRecord && inner.keyType instanceof z.ZodEnum ? inner.keyType.options.map(String) : [];
}

/** What is allowed at a schema: its own words if it has any (`meta({ allowed, mend })`), else what its type and limits say. */
export function helpFor(schema: z.core.$ZodType | undefined): FieldHelp {
  for (let layer = schema; layer !== undefined; layer = innerSchema(layer)) {
    const { allowed, mend } = z.globalRegistry.get(layer) ?? {};
    if (typeof allowed === "string") {
      return typeof mend === "string" ? { allowed, mend } : { allowed };
    }
  }
  return { allowed: schema === undefined ? "nothing" : describeType(unwrap(schema)) };
}

function describeType(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodEnum) {
    return `one of ${schema.options.join(", ")}`;
  }
  if (schema instanceof z.ZodNumber) {
    const [minimum, maximum] = [schema.minValue, schema.maxValue];
    return `${schema.format === "safeint" ? "a whole number" : "a number"} from ${minimum} to ${maximum}`;
  }
  if (schema instanceof z.ZodArray) {
    return describeList(schema);
  }
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) {
    const keys = knownKeys(schema);
    return keys.length > 0 ? `a mapping of ${keys.join(", ")}` : "a mapping";
  }
  return schema instanceof z.ZodBoolean ? "true or false" : "a text";
}

function describeList(schema: z.ZodArray): string {
  const limits = (schema.def.checks ?? []).flatMap(({ _zod: { def } }) => {
    const { minimum, maximum } = def as { minimum?: number; maximum?: number };
    return [
      ...(minimum === undefined ? [] : [`at least ${minimum}`]),
      ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ];
  });
  return limits.length === 0 ? "a list" : `a list of ${limits.join(" and ")}`;
}

function childSchema(schema: z.core.$ZodType | undefined, key: string | number): z.core.$ZodType | undefined {
  const inner = schema && unwrap(schema);
  if (inner instanceof z.ZodObject) {
    return inner.shape[key];
  }
  if (inner instanceof z.ZodRecord) {
    return inner.valueType;
  }
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

/** The schema beneath defaults, options and transformations: the one that a written value meets first. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = innerSchema(schema);
  return inner === undefined ? schema : unwrap(inner);
}

function innerSchema(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return schema.unwrap();
  }
  return schema instanceof z.ZodPipe ? schema.in : undefined;
}
