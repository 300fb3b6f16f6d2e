import type { PlatformWith } from "../../../config/parts";
import { type AclRule, allow } from "../tls-user";
import { connectors } from "./connectors";
import { workerTopics } from "./names";

/** Rights on the workers' own topics, which they make themselves and whose settings they look at before they trust them with anything. */
const OWN_TOPIC = ["Create", "Describe", "DescribeConfigs", "Read", "Write"] as const;

/** Consumer group of a sink. Source: Apache Kafka 3.7, SinkUtils.consumerGroupId. */
export function sinkGroup(connector: string): string {
  return `connect-${connector}`;
}

/**
 * What the workers may do: keep their own topics, be a group, and for each connector read what it reads, in a group of its own, or write what it
 * writes. Nothing by prefix, so that a connector that somebody adds by hand reaches no further topic; no topic made but their own.
 *
 * Source: compatibility page, 2.4; document 002, section 10.
 */
export function connectAcls(platform: PlatformWith<"kafkaConnect" | "schemaRegistry">): readonly AclRule[] {
  const all = connectors(platform);
  const read = sorted(all.flatMap(({ reads }) => reads));
  const written = sorted(all.flatMap(({ writes }) => writes));
  return [
    ...Object.values(workerTopics(platform)).map((topic) => allow("topic", topic, OWN_TOPIC)),
    allow("group", platform.kafkaConnect.name, ["Describe", "Read"]),
    ...all
      .filter(({ reads }) => reads.length > 0)
      .map(({ name }) => allow("group", sinkGroup(name), ["Describe", "Read"])),
    ...read.map((topic) => allow("topic", topic, ["Describe", "Read"])),
    ...written.map((topic) => allow("topic", topic, ["Describe", "Write"])),
  ];
}

function sorted(topics: readonly string[]): readonly string[] {
  return [...new Set(topics)].sort();
}
