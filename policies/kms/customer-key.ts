import type { Estate } from "../estate";
import { shown } from "../input-values";
import type { Resource } from "../resource";
import { ifShown } from "../shown";

/** Resources that are a key of the customer's, or a name of one. */
const KEYS = [
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/alias:Alias",
];

/** Names of the keys that AWS makes in an account for its services. */
const AWS_MANAGED = /(^|:)alias\/aws\//;

/**
 * What is wrong with an input that has to name a key of the customer's; undefined when nothing is. The id of a key that is yet to be created isn't known: that the resource depends on
 * a key of the plan says as much.
 *
 * @throws {Unreadable} when the id is unknown and the resource depends on no key.
 */
export function customerKeyComplaint(
  resource: Pick<Resource, "dependencies">,
  keyId: () => unknown,
  estate: Estate,
): string | undefined {
  const dependsOnKey = KEYS.some((type) => estate.dependenciesOf(resource, type).length > 0);
  const id = dependsOnKey ? ifShown(() => shown(keyId())) : shown(keyId());
  if (id === "not set") return "is not set; it has to name a customer managed key";
  return id !== undefined && AWS_MANAGED.test(id)
    ? `is ${id}, a key of AWS whose policy nobody can change; it has to name a customer managed key`
    : undefined;
}
