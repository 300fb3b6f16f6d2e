import { STRIMZI_GROUP } from "../kafka/strimzi";
import { type KubeObject, referenceOf } from "../kube-object";
import { textAt } from "./object-readers";

/** A Secret that a controller writes because of an object of the rendering. */
export interface MadeSecret {
  readonly namespace: string | undefined;
  readonly name: string;
  /** Its keys, where they follow from the object. */
  readonly keys?: readonly string[];
}

type Maker = (object: KubeObject) => readonly Omit<MadeSecret, "namespace">[];

const AUTHORITY_KEYS = ["ca.crt", "ca.p12", "ca.password"];

/**
 * Who writes which Secrets.
 *
 * Source: cert-manager 1.18, Certificate (spec.secretName); strimzi-kafka-operator 0.42.0, KafkaUserModel and AbstractModel (names and keys);
 * external-secrets 0.10, ExternalSecret (spec.target.name, which is the object's own name by default).
 */
const MAKERS: Readonly<Record<string, Maker>> = {
  "cert-manager.io/Certificate": (object) => [
    { name: textAt(object, ["spec", "secretName"]), keys: ["tls.crt", "tls.key", "ca.crt"] },
  ],
  "external-secrets.io/ExternalSecret": (object) => [
    { name: textAt(object, ["spec", "target", "name"]) || object.metadata.name },
  ],
  [`${STRIMZI_GROUP}/Kafka`]: ({ metadata: { name } }) => [
    { name: `${name}-cluster-ca-cert`, keys: AUTHORITY_KEYS },
    { name: `${name}-clients-ca-cert`, keys: AUTHORITY_KEYS },
  ],
  [`${STRIMZI_GROUP}/KafkaUser`]: (object) => [userSecret(object)],
};

/** The Secrets that controllers write because of these objects. */
export function madeSecrets(objects: readonly KubeObject[]): readonly MadeSecret[] {
  return objects.flatMap((object) =>
    (MAKERS[`${referenceOf(object).group}/${object.kind}`]?.(object) ?? []).map((secret) => ({
      ...secret,
      namespace: object.metadata.namespace,
    })),
  );
}

/** A user's Secret is named after it and holds what its kind of authentication needs. */
function userSecret(user: KubeObject): Omit<MadeSecret, "namespace"> {
  const keys: Readonly<Record<string, readonly string[]>> = {
    tls: ["ca.crt", "user.crt", "user.key", "user.p12", "user.password"],
    "scram-sha-512": ["password", "sasl.jaas.config"],
  };
  const known = keys[textAt(user, ["spec", "authentication", "type"])];
  return { name: user.metadata.name, ...(known === undefined ? {} : { keys: known }) };
}
