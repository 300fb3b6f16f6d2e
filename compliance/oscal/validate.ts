import Ajv, { type ErrorObject } from "ajv";
import addFormats from "ajv-formats";

/** A document that OSCAL's published schema refuses. That is a mistake of this code, not of whoever runs it. */
export class InvalidDocument extends Error {
  override readonly name = "InvalidDocument";
}

/**
 * Holds a document to OSCAL's published schema.
 *
 * @param schema as NIST publishes it for component definitions
 * @throws {InvalidDocument} with everything that is wrong in it
 */
export function validate(document: unknown, schema: object): void {
  // Not strict: the schema repeats keywords beside `$ref`, which JSON Schema allows.
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const holds = ajv.compile(schema);
  if (holds(document)) return;
  const lines = (holds.errors ?? []).map((error) => `  ${error.instancePath || "/"} ${whatIsWrong(error)}`);
  throw new InvalidDocument(`The document isn't what OSCAL's schema allows:\n${lines.join("\n")}`);
}

function whatIsWrong({ message = "is refused", keyword, params }: ErrorObject): string {
  return keyword === "additionalProperties" ? `${message}: ${String(params.additionalProperty)}` : message;
}
