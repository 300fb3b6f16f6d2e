import type { ConfigPath } from "../config-path";
import type { Finding } from "../finding";
import { check } from "./check";

function at(name: string, field: string): ConfigPath {
  return ["kafkaConnect", "s3Sinks", name, field];
}

/** The bucket of a sink exists. */
export const s3SinkBuckets = check(
  { kafkaConnect: ["s3Sinks"], storage: ["buckets"] },
  ({ kafkaConnect: { s3Sinks }, storage: { buckets } }) =>
    Object.entries(s3Sinks)
      .filter(([, { bucket }]) => buckets[bucket] === undefined)
      .map(([name, { bucket }]) => ({
        path: at(name, "bucket"),
        given: bucket,
        allowed: `a bucket of vantage:storage.buckets: ${Object.keys(buckets).join(", ")}`,
        mend: "name one of these buckets, or add the bucket",
      })),
);

/** The workers' service account has an identity: without a role no sink can write, and its annotation would be empty. */
export const connectIdentity = check(
  { kafkaConnect: ["name"], storage: ["identities"], addOns: ["releases"] },
  ({ kafkaConnect: { name }, storage: { identities }, addOns: { releases } }) => {
    const namespace = releases["strimzi-kafka-operator"]?.namespace;
    if (namespace === undefined) return [];
    const account = `${name}-connect`;
    return Object.values(identities).some(
      (identity) => identity.namespace === namespace && identity.serviceAccount === account,
    )
      ? []
      : [
          {
            path: ["storage", "identities"],
            given: `no identity of service account ${namespace}/${account}`,
            allowed: "an identity of the Connect workers' service account, which Strimzi names after the cluster",
            mend: `give an identity namespace: ${namespace} and serviceAccount: ${account}`,
          },
        ];
  },
);

/** The workers may write where a sink writes. */
export const s3SinkAccess = check(
  { kafkaConnect: ["name", "s3Sinks"], storage: ["buckets", "identities"], addOns: ["releases"] },
  ({ kafkaConnect, storage: { buckets, identities }, addOns: { releases } }) => {
    const namespace = releases["strimzi-kafka-operator"]?.namespace;
    if (namespace === undefined) return [];
    const identity = Object.values(identities).find(
      (each) => each.namespace === namespace && each.serviceAccount === `${kafkaConnect.name}-connect`,
    );
    if (identity === undefined) return [];
    return Object.entries(kafkaConnect.s3Sinks).flatMap(([name, { bucket, prefix }]): Finding[] => {
      const writes =
        identity.access !== "read" &&
        identity.bucket === bucket &&
        identity.prefixes.some((own) => prefix.startsWith(own));
      return writes || buckets[bucket] === undefined
        ? []
        : [
            {
              path: at(name, "prefix"),
              given: `${prefix} of ${bucket}`,
              allowed: `what the workers' identity may write: ${identity.prefixes.join(", ")} of ${identity.bucket} (access: ${identity.access})`,
              mend: "choose such a prefix, or add it to the identity",
            },
          ];
    });
  },
);

/** No two sinks write under each other's prefix: whoever reads one would find the other's objects among them. */
export const s3SinkPrefixes = check({ kafkaConnect: ["s3Sinks"] }, ({ kafkaConnect: { s3Sinks } }) => {
  const all = Object.entries(s3Sinks);
  return all.flatMap(([name, { bucket, prefix }], position): Finding[] => {
    const earlier = all
      .slice(0, position)
      .find(
        ([, other]) => other.bucket === bucket && (other.prefix.startsWith(prefix) || prefix.startsWith(other.prefix)),
      );
    return earlier === undefined
      ? []
      : [
          {
            path: at(name, "prefix"),
            given: `${prefix} of ${bucket}, where ${earlier[0]} writes too`,
            allowed: "a prefix of its own",
            mend: "choose another prefix or bucket, or let one sink read the topics of both",
          },
        ];
  });
});

/** An object is complete after some time, and before its records' hour is long over. */
export const s3SinkRotation = check({ kafkaConnect: ["s3Sinks"] }, ({ kafkaConnect: { s3Sinks } }) =>
  Object.entries(s3Sinks)
    .filter(([, { rotation }]) => rotation.seconds < 1 || rotation.seconds > 3_600)
    .map(([name, { rotation }]) => ({
      path: at(name, "rotation"),
      given: `${rotation}`,
      allowed: "1s to 1h",
      mend: "choose some minutes: a shorter time makes many small objects, a longer one more to read again",
    })),
);
