/**
 * Kafka releases that a Strimzi minor runs.
 *
 * Source: strimzi-kafka-operator 0.42.0, kafka-versions.yaml (3.7.1 is gone from 0.45 on).
 */
export const KAFKA_VERSIONS: Readonly<Record<string, readonly string[]>> = {
  "0.42": ["3.6.0", "3.6.1", "3.6.2", "3.7.0", "3.7.1"],
};
