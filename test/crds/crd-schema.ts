import Ajv from "ajv";
import { parse } from "yaml";

/** A node of an OpenAPI v3 schema. */
type Schema = { [key: string]: unknown };

interface Definition {
  spec: { versions: { name: string; schema: { openAPIV3Schema: Schema } }[] };
}

/**
 * A check against the structural schema of a custom resource definition, with unknown fields refused as a strict API server refuses them. CEL
 * rules are not evaluated: only an API server can.
 *
 * @returns what is wrong with an object, one line each; nothing when it is admitted
 * @throws {Error} when the definition doesn't serve the version
 */
export function crdCheck(definition: string, version: string): (object: unknown) => string[] {
  const crd = parse(definition) as Definition;
  const served = crd.spec.versions.find(({ name }) => name === version);
  if (served === undefined) {
    throw new Error(`the definition does not serve version ${version}`);
  }
  // Formats such as int64 are limits of the wire, not of these values.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(closed(served.schema.openAPIV3Schema));
  return (object) =>
    validate(object)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) =>
            `${instancePath || "/"} ${message}${"additionalProperty" in params ? `: ${params.additionalProperty}` : ""}`,
        );
}

/** The schema with every object closed that lists its fields and does not ask for unknown ones to be kept. */
function closed(schema: unknown): Schema {
  return Object.fromEntries(
    Object.entries(schema as Schema)
      .map(([key, value]) => [key, closedPart(key, value)])
      .concat(isOpen(schema as Schema) ? [] : [["additionalProperties", false]]),
  );
}

function closedPart(key: string, value: unknown): unknown {
  if (key === "properties") {
    return Object.fromEntries(Object.entries(value as Schema).map(([name, field]) => [name, closed(field)]));
  }
  return (key === "items" || key === "additionalProperties") && typeof value === "object" ? closed(value) : value;
}

function isOpen(schema: Schema): boolean {
  return (
    schema.properties === undefined ||
    schema.additionalProperties !== undefined ||
    schema["x-kubernetes-preserve-unknown-fields"] === true
  );
}
