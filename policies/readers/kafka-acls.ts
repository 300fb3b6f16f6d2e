import { listAt, textAt } from "../../charts/checks/object-readers";

/** The operations of an entry of an access list, which Strimzi took one at a time before it took a list. Source: strimzi-kafka-operator 0.42.0, AclRule. */
export function operationsOf(acl: unknown): readonly string[] {
  const single = textAt(acl, ["operation"]);
  return [...listAt(acl, ["operations"]).map(String), ...(single === "" ? [] : [single])];
}
