import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { stackFileSchema } from "./stack-file-schema";

/** The schema that the first line of a stack file points an editor at. */
export const SCHEMA_PATH = resolve(__dirname, "stack.schema.json");

/** The text of the schema file, the same bytes for the same sections. */
export function schemaText(): string {
  return `${JSON.stringify(stackFileSchema(), null, 2)}\n`;
}

// `npm run schema` runs this file; a test imports it and must not write.
if (require.main === module) {
  writeFileSync(SCHEMA_PATH, schemaText());
  console.log(`wrote ${SCHEMA_PATH}`);
}
