import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isList, isMap, type Properties, type PropertyValue, revealed } from "./properties";

/** Properties out of a message; an absent struct is an empty map. */
export function fromStruct(struct: Struct | undefined): Properties {
  return (struct?.toJavaScript() ?? {}) as Properties;
}

/** Properties for a message. Absent values are left out: a struct has no way to say them. */
export function toStruct(properties: Properties): Struct {
  return Struct.fromJavaScript(present(properties) as { [key: string]: JavaScriptValue });
}

function present(value: PropertyValue): PropertyValue {
  if (isList(value)) return value.map((item) => present(item ?? null));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value as Properties).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, present(item)]));
}

/**
 * Configuration of a provider in plain form. SDKs send maps and lists of a provider's inputs as JSON in a string; they are decoded here, so that a session sees
 * `{ tags: {…} }` and not its text.
 */
export function decodedConfig(config: Properties): Properties {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, decoded(value)]));
}

function decoded(value: PropertyValue): PropertyValue {
  const content = revealed(value);
  if (isMap(content) || typeof content !== "string" || !/^\s*[[{]/.test(content)) return content;
  try {
    return JSON.parse(content) as PropertyValue;
  } catch {
    // Not JSON after all: text such as a kubeconfig in YAML flow style.
    return content;
  }
}
