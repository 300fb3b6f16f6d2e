import { z } from "zod";
import { CONFIG_NAMESPACE, stackSchema } from "./stack-schema";

/** A JSON Schema document, as far as this module has to look into one. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** What Pulumi itself keeps in a stack file. Source: Pulumi documentation, "Stack settings file". */
const PULUMI_KEYS = {
  secretsprovider: { type: "string", description: "Where Pulumi encrypts secrets; written by `pulumi stack init`." },
  encryptedkey: { type: "string", description: "Data key, encrypted by the secrets provider; written by Pulumi." },
  encryptionsalt: { type: "string", description: "Salt of the passphrase; written by Pulumi." },
  environment: { description: "Pulumi ESC environments that the stack takes values from." },
};

/**
 * The schema of a whole stack file in JSON Schema, draft 7, the newest that editors' YAML support understands throughout. It says what a value
 * may be by itself; what has to agree across fields is in `config/checks/`.
 */
export function stackFileSchema(): JsonSchema {
  const { properties, required } = z.toJSONSchema(stackSchema, {
    io: "input",
    target: "draft-7",
    override: forEditors,
  });
  const key = (section: string) => `${CONFIG_NAMESPACE}:${section}`;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Stack file of the platform",
    description: "Written by `npm run schema` from config/sections; don't edit.",
    type: "object",
    required: ["config"],
    additionalProperties: false,
    properties: {
      ...PULUMI_KEYS,
      config: {
        type: "object",
        properties: Object.fromEntries(Object.entries(properties ?? {}).map(([name, schema]) => [key(name), schema])),
        required: (required ?? []).map(key),
        // Keys of the AWS provider's namespace would change nothing; those of other namespaces belong to others.
        patternProperties: { "^aws:": false, [`^(?!${CONFIG_NAMESPACE}:|aws:)[^:]+:.+$`]: {} },
        additionalProperties: false,
      },
    },
  };
}

/** Turns the words kept for reports into those that an editor shows beside a value. */
function forEditors({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  const { allowed, mend, ...rest } = jsonSchema;
  for (const keyword of Object.keys(jsonSchema)) {
    delete jsonSchema[keyword];
  }
  Object.assign(jsonSchema, rest);
  if (typeof allowed === "string" && rest.pattern !== undefined) {
    jsonSchema.patternErrorMessage =
      typeof mend === "string" ? `Allowed: ${allowed}. To mend: ${mend}.` : `Allowed: ${allowed}.`;
  }
}
