import { valueAt } from "../../../charts/kube-object";
import { objectRule, problem } from "../../rule";

const SETTING = "unclean.leader.election.enable";

/** Where brokers and topics have it; false where it isn't set. Source: Apache Kafka 3.7, Broker Configs and Topic Configs. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  Kafka: ["spec", "kafka", "config", SETTING],
  KafkaTopic: ["spec", "config", SETTING],
};

/** Only a copy that has everything becomes the leader. */
export const kafkaUncleanElection = objectRule(
  {
    id: "kafka-unclean-election",
    title: "No copy that lacks records becomes the leader of a partition",
    severity: "critical",
    enforcement: "mandatory",
    why: "The records that the new leader lacks are lost for good, though their producers were told they are safe.",
    remediation: `Set ${SETTING} to false, or leave it out; elect a leader by hand where losing records is the lesser evil.`,
    link: `https://kafka.apache.org/documentation/#brokerconfigs_${SETTING}`,
  },
  {
    kinds: Object.keys(PATHS).map((kind) => `kafka.strimzi.io/${kind}`),
    check: (object) => {
      const path = PATHS[object.kind] ?? [];
      const value = valueAt(object, path) ?? false;
      return String(value) === "false" ? [] : [problem(path, `is ${value}; it has to be false`)];
    },
  },
);
