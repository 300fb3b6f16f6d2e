import type { Json } from "../../charts/kube-object";

/** A value as text in which the order of keys, and keys without a value, mean nothing: what is equal in meaning is equal in text. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isJsonMap(value)) return JSON.stringify(value ?? null);
  const keys = Object.keys(value).filter((key) => (value[key] ?? null) !== null);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(",")}}`;
}

/** Whether a value is a mapping: neither a list nor nothing. */
export function isJsonMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
