import type { Finding } from "../finding";
import { check, type Section } from "./check";

type Connect = Section<"kafkaConnect">;
type Sink = Pick<Connect["s3Sinks"][string], "topics" | "tasks">;

/** Longest name of a topic. Source: Apache Kafka, Topic.MAX_NAME_LENGTH. */
const TOPIC_NAME_MAX_CHARACTERS = 249;

/** Sinks of both kinds, each with its place. */
function sinks({ s3Sinks, elasticsearchSinks }: Pick<Connect, "s3Sinks" | "elasticsearchSinks">) {
  const placed = (kind: string, entries: Readonly<Record<string, Sink>>) =>
    Object.entries(entries).map(([name, { topics, tasks }]) => ({ path: ["kafkaConnect", kind, name], topics, tasks }));
  return [...placed("s3Sinks", s3Sinks), ...placed("elasticsearchSinks", elasticsearchSinks)];
}

/** What a sink reads is a topic of the stack. */
export const sinkTopics = check(
  { kafkaConnect: ["s3Sinks", "elasticsearchSinks"], kafka: ["topics"] },
  ({ kafkaConnect, kafka }) =>
    sinks(kafkaConnect).flatMap(({ path, topics }) =>
      topics.flatMap((topic, index): Finding[] =>
        topic in kafka.topics
          ? []
          : [
              {
                path: [...path, "topics", index],
                given: topic,
                allowed: `a topic of vantage:kafka.topics: ${Object.keys(kafka.topics).join(", ")}`,
                mend: "name one of these, or add the topic there: brokers make none by themselves",
              },
            ],
      ),
    ),
);

/** Every task of a sink has a partition to read. */
export const sinkTasks = check(
  { kafkaConnect: ["s3Sinks", "elasticsearchSinks"], kafka: ["topics"] },
  ({ kafkaConnect, kafka }) =>
    sinks(kafkaConnect).flatMap(({ path, topics, tasks }): Finding[] => {
      const found = topics.flatMap((topic) => kafka.topics[topic]?.partitions ?? []);
      const partitions = found.reduce((sum, count) => sum + count, 0);
      return found.length < topics.length || tasks <= partitions
        ? []
        : [
            {
              path: [...path, "tasks"],
              given: `${tasks} for ${partitions} partitions`,
              allowed: `at most ${partitions}: a partition is read by one task`,
              mend: "lower it: the others would stand idle",
            },
          ];
    }),
);

/** Every task of a source has a table to copy. */
export const sourceTasks = check({ kafkaConnect: ["jdbcSources"] }, ({ kafkaConnect: { jdbcSources } }) =>
  Object.entries(jdbcSources)
    .filter(([, { tasks, tables }]) => tasks > tables.length)
    .map(([name, { tasks, tables }]) => ({
      path: ["kafkaConnect", "jdbcSources", name, "tasks"],
      given: `${tasks} for ${tables.length} tables`,
      allowed: `at most ${tables.length}: a table is copied by one task`,
      mend: "lower it: the others would never be made",
    })),
);

/** What sources write is theirs: topics that no application has, and no other source. */
export const sourceTopics = check(
  { kafkaConnect: ["jdbcSources"], kafka: ["topics"] },
  ({ kafkaConnect: { jdbcSources }, kafka }) => {
    const owners = new Map(Object.keys(kafka.topics).map((topic) => [topic, "vantage:kafka.topics"]));
    return Object.entries(jdbcSources).flatMap(([name, { topicPrefix, tables }]) =>
      [...new Set(tables)].flatMap((table): Finding[] => {
        const topic = `${topicPrefix}${table}`;
        const owner = owners.get(topic);
        owners.set(topic, owner ?? name);
        if (owner === undefined && topic.length <= TOPIC_NAME_MAX_CHARACTERS) return [];
        return [
          {
            path: ["kafkaConnect", "jdbcSources", name, "topicPrefix"],
            given: `${topicPrefix}, which makes ${topic}${owner === undefined ? ` of ${topic.length} characters` : `, a topic of ${owner}`}`,
            allowed: `a prefix that makes topics of its own, of at most ${TOPIC_NAME_MAX_CHARACTERS} characters`,
            mend: "choose another prefix",
          },
        ];
      }),
    );
  },
);

/** No two connectors have a name in common: it is the name of a resource. */
export const connectorNames = check(
  { kafkaConnect: ["s3Sinks", "jdbcSources", "elasticsearchSinks"] },
  ({ kafkaConnect }) => {
    const owners = new Map<string, string>();
    return (["s3Sinks", "jdbcSources", "elasticsearchSinks"] as const).flatMap((kind) =>
      Object.keys(kafkaConnect[kind]).flatMap((name): Finding[] => {
        const owner = owners.get(name);
        owners.set(name, owner ?? kind);
        return owner === undefined
          ? []
          : [
              {
                path: ["kafkaConnect", kind, name],
                given: `${name}, which is one of ${owner} as well`,
                allowed: "a name of its own",
                mend: "rename one of them; a sink with a new name reads its topics from their beginning",
              },
            ];
      }),
    );
  },
);

/** A connector's Secret is none that Strimzi makes: a Kafka user's has the user's name, and other keys. */
export const connectorCredentials = check(
  { kafkaConnect: ["jdbcSources", "elasticsearchSinks", "user"], kafka: ["applicationUser"], schemaRegistry: ["user"] },
  ({ kafkaConnect, kafka, schemaRegistry }) => {
    const users = [kafka.applicationUser, kafkaConnect.user, schemaRegistry.user];
    return (["jdbcSources", "elasticsearchSinks"] as const).flatMap((kind) =>
      Object.entries(kafkaConnect[kind])
        .filter(([, { credentials }]) => users.includes(credentials))
        .map(([name, { credentials }]) => ({
          path: ["kafkaConnect", kind, name, "credentials"],
          given: `${credentials}, the Secret of a Kafka user`,
          allowed: "a Secret with the keys username, password and ca.crt",
          mend: "name the Secret that the other system's owner makes",
        })),
    );
  },
);
