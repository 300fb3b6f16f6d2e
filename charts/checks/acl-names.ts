import { textAt } from "./object-readers";

/**
 * Whether an entry of an access list is about a resource: by its name, by the beginning of its name, or about all of its type. The authorizer then no longer
 * treats the resource as one that nobody names, whoever the entry is about.
 *
 * Source: Apache Kafka 3.7, StandardAuthorizerData (checkSection).
 */
export function namesResource(acl: unknown, type: "cluster" | "group" | "topic", name: string): boolean {
  if (textAt(acl, ["resource", "type"]) !== type) return false;
  const given = textAt(acl, ["resource", "name"]);
  return textAt(acl, ["resource", "patternType"]) === "prefix"
    ? name.startsWith(given)
    : type === "cluster" || given === name || given === "*";
}
