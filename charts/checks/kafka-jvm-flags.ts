import { has } from "../../config/parts";
import type { ManifestCheck } from "./check";
import { finding, mappingAt } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

/** Judges spec.kafka.jvmOptions of each Kafka resource, flag by flag. */
export const kafkaJvmFlags: ManifestCheck = {
  title: "The brokers run with the JVM flags of the stack file",
  severity: "medium",
  why: "Brokers would run with Kafka's own tuning, and pauses be as long as before it was changed.",
  remediation: "Set each flag in spec.kafka.jvmOptions.-XX to the value of the stack file.",
  source: "document 002, section 1, Updated Configuration; strimzi-kafka-operator 0.42.0, JvmOptionUtils",
  link: "https://strimzi.io/docs/operators/0.42.0/configuring#con-common-configuration-jvm-reference",
  find: ({ objects, platform }) =>
    strimziObjects(objects, "Kafka").flatMap((kafka) => {
      const path = ["spec", "kafka", "jvmOptions", "-XX"];
      const flags = mappingAt(kafka, path);
      const asked = has(platform, "kafka") ? platform.kafka.jvm.flags : {};
      return Object.entries(asked)
        .filter(([name, value]) => flags[name] !== value)
        .map(([name, value]) => {
          const given = flags[name] === undefined ? "not set" : String(flags[name]);
          return finding(kafka, [...path, name], `-XX flag ${name} is ${given}; the stack file says ${value}`);
        });
    }),
};
