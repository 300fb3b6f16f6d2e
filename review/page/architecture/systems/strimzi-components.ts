import { numberAt, textAt } from "../../../../charts/checks/object-readers";
import { type KubeObject, referenceOf, referenceText } from "../../../../charts/kube-object";
import { counted } from "../../../words";
import { type Component, componentId } from "./component";

const GROUP = "kafka.strimzi.io";
/** By which everything that belongs to a cluster names it. Source: Strimzi 0.42, Deploying, "Labels". */
const CLUSTER = "strimzi.io/cluster";

/** What Strimzi's operator makes pods of: clusters, and the workers of Kafka Connect. Source: Strimzi 0.42, "Names of resources". */
export function strimziComponents(objects: readonly KubeObject[]): readonly Component[] {
  const ours = objects.filter((object) => referenceOf(object).group === GROUP);
  return ours.flatMap((object) => {
    if (object.kind === "Kafka") return [cluster(object, ours)];
    return object.kind === "KafkaConnect" ? [workers(object, ours)] : [];
  });
}

function cluster(object: KubeObject, all: readonly KubeObject[]): Component {
  const { name } = object.metadata;
  const pools = belonging(object, "KafkaNodePool", all);
  const nodes = pools.reduce((sum, pool) => sum + numberAt(pool, ["spec", "replicas"]), 0);
  const topics = belonging(object, "KafkaTopic", all);
  const version = textAt(object, ["spec", "kafka", "version"]);
  return {
    ...component(object, [...pools, ...topics, ...belonging(object, "KafkaUser", all)]),
    what: [
      `Kafka ${version}`.trim(),
      counted(nodes || numberAt(object, ["spec", "kafka", "replicas"]), "node"),
      counted(topics.length, "topic"),
    ].join(", "),
    pods: [{ [CLUSTER]: name, "strimzi.io/kind": "Kafka", "strimzi.io/name": `${name}-kafka` }],
    services: [`${name}-kafka-bootstrap`, `${name}-kafka-brokers`],
  };
}

function workers(object: KubeObject, all: readonly KubeObject[]): Component {
  const { name } = object.metadata;
  const connectors = belonging(object, "KafkaConnector", all);
  return {
    ...component(object, connectors),
    what: `Kafka Connect, ${counted(numberAt(object, ["spec", "replicas"]), "worker")}, ${counted(connectors.length, "connector")}`,
    pods: [{ [CLUSTER]: name, "strimzi.io/kind": "KafkaConnect", "strimzi.io/name": `${name}-connect` }],
    services: [`${name}-connect-api`],
  };
}

function component(
  object: KubeObject,
  parts: readonly KubeObject[],
): Pick<Component, "id" | "namespace" | "name" | "data" | "things"> {
  const { name, namespace = "default" } = object.metadata;
  return {
    id: componentId(namespace, name),
    namespace,
    name,
    data: [object, ...parts],
    things: [object, ...parts].map((part) => referenceText(referenceOf(part))),
  };
}

function belonging({ metadata }: KubeObject, kind: string, all: readonly KubeObject[]): readonly KubeObject[] {
  return all.filter(
    (object) =>
      object.kind === kind &&
      object.metadata.namespace === metadata.namespace &&
      object.metadata.labels?.[CLUSTER] === metadata.name,
  );
}
