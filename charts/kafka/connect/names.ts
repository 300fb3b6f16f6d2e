import { roleArn } from "../../../config/derived/role-names";
import type { PlatformWith } from "../../../config/parts";
import { kafkaNamespace } from "../strimzi";

/** Annotation by which EKS gives the pods of a service account a role. Source: EKS user guide, IAM roles for service accounts. */
const ROLE_ANNOTATION = "eks.amazonaws.com/role-arn";

/** Name of the workers' service account and of their pods' component. Source: strimzi-kafka-operator 0.42.0, KafkaConnectResources. */
export function workersName({ kafkaConnect }: PlatformWith<"kafkaConnect">): string {
  return `${kafkaConnect.name}-connect`;
}

/** Labels that all workers have and no other pod has. Source: strimzi-kafka-operator 0.42.0, Labels. */
export function workerLabels(platform: PlatformWith<"kafkaConnect">) {
  return {
    "strimzi.io/cluster": platform.kafkaConnect.name,
    "strimzi.io/kind": "KafkaConnect",
    "strimzi.io/name": workersName(platform),
  };
}

/** The three topics in which the workers keep what they know. Source: Apache Kafka 3.7, Connect worker configuration. */
export function workerTopics({ kafkaConnect: { name } }: PlatformWith<"kafkaConnect">) {
  return { config: `${name}-configs`, offset: `${name}-offsets`, status: `${name}-status` } as const;
}

/**
 * The annotation with the role of the workers' service account, which is that of the identity of `vantage:storage.identities` with this account.
 *
 * @throws {Error} when there is no such identity; the checks of the stack file have refused that before.
 */
export function workerRole(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafkaConnect">,
): Readonly<Record<string, string>> {
  const [namespace, account] = [kafkaNamespace(platform), workersName(platform)];
  const identity = Object.entries(platform.storage.identities).find(
    ([, { namespace: of, serviceAccount }]) => of === namespace && serviceAccount === account,
  );
  if (identity === undefined) {
    throw new Error(`vantage:storage.identities: there is no identity for service account ${namespace}/${account}.`);
  }
  return { [ROLE_ANNOTATION]: roleArn(platform, identity[0]) };
}
