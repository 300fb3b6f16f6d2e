import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { CONFIG, connectorsOf, topicsRead, topicsWritten } from "./connector-settings";
import { finding, listAt, mappingAt, textAt } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

/** Something that workers do in Kafka. */
interface Need {
  readonly type: "topic" | "group";
  readonly name: string;
  readonly operation: string;
  /** Who needs it, for the message. */
  readonly by: string;
}

const USER = ["spec", "authentication", "certificateAndKey", "secretName"] as const;
const ACLS = ["spec", "authorization", "acls"] as const;

/** Judges what workers and their connectors do against the access list of the workers' KafkaUser. */
export const connectAccess: ManifestCheck = {
  title: "The user of Kafka Connect's workers may do what the workers and their connectors do",
  severity: "high",
  why: "A connector's tasks fail with an authorization error as soon as they start, or the workers don't start at all.",
  remediation:
    "Add the missing operation to spec.authorization.acls of the KafkaUser, or make the KafkaUser whose Secret the workers name.",
  source: "Apache Kafka 3.7, documentation, Operations and Resources on Protocols; compatibility page, 2.4",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#proc-configuring-kafka-connect-user-authorization-str",
  find: ({ objects }) =>
    strimziObjects(objects, "KafkaConnect")
      .filter((workers) => textAt(workers, USER) !== "")
      .flatMap((workers) => judge(workers, objects)),
};

function judge(workers: KubeObject, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  const name = textAt(workers, USER);
  const user = strimziObjects(objects, "KafkaUser").find(
    ({ metadata }) => metadata.name === name && metadata.namespace === workers.metadata.namespace,
  );
  if (user === undefined) return [finding(workers, USER, `there is no KafkaUser ${name}, whose Secret this would be`)];
  // A user without a list may do everything or nothing, which is the brokers' affair.
  if (valueAt(user, ACLS) === undefined) return [];
  return needs(workers, objects)
    .filter((need) => !listAt(user, ACLS).some((acl) => grants(acl, need)))
    .map(({ type, name: resource, operation, by }) =>
      finding(user, ACLS, `${operation} on ${type} ${resource} is missing, which ${by} needs`),
    );
}

function needs(workers: KubeObject, objects: readonly KubeObject[]): readonly Need[] {
  const config = mappingAt(workers, CONFIG);
  const by = `KafkaConnect ${workers.metadata.name}`;
  const own = ["config", "offset", "status"].map((kind) => String(config[`${kind}.storage.topic`] ?? ""));
  return [
    ...own.flatMap((name) =>
      ["Create", "DescribeConfigs", "Read", "Write"].map((operation): Need => ({ type: "topic", name, operation, by })),
    ),
    { type: "group", name: String(config["group.id"] ?? ""), operation: "Read", by },
    ...connectorsOf(workers, objects).flatMap(connectorNeeds),
  ];
}

function connectorNeeds(connector: KubeObject): readonly Need[] {
  const by = `connector ${connector.metadata.name}`;
  const read = topicsRead(connector);
  const group = String(
    mappingAt(connector, CONFIG)["consumer.override.group.id"] ?? `connect-${connector.metadata.name}`,
  );
  return [
    ...(read.length > 0 ? [{ type: "group", name: group, operation: "Read", by } as const] : []),
    ...read.map((name): Need => ({ type: "topic", name, operation: "Read", by })),
    ...topicsWritten(connector).map((name): Need => ({ type: "topic", name, operation: "Write", by })),
  ];
}

function grants(acl: unknown, { type, name, operation }: Need): boolean {
  const resource = textAt(acl, ["resource", "name"]);
  const named =
    textAt(acl, ["resource", "patternType"]) === "prefix"
      ? name.startsWith(resource)
      : resource === name || resource === "*";
  // `operation` is the deprecated spelling of a list of one.
  const operations = [...listAt(acl, ["operations"]), textAt(acl, ["operation"])];
  return (
    textAt(acl, ["type"]) !== "deny" &&
    textAt(acl, ["resource", "type"]) === type &&
    named &&
    (operations.includes(operation) || operations.includes("All"))
  );
}
