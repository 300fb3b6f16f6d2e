import type { Platform } from "../../config/platform";
import { POOL_LABEL } from "../../config/reference/node-labels";
import { CLUSTER_LABEL, STRIMZI_GROUP } from "../kafka/strimzi";
import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import { listAt, mappingAt, numberAt, textAt } from "./object-readers";

/** The resources of a Strimzi kind. */
export function strimziObjects(objects: readonly KubeObject[], kind: string): readonly KubeObject[] {
  return objects.filter((object) => object.kind === kind && referenceOf(object).group === STRIMZI_GROUP);
}

/** The resources of a kind that name a cluster by its label, in its namespace. */
export function membersOf(cluster: KubeObject, objects: readonly KubeObject[], kind: string): readonly KubeObject[] {
  const { name, namespace } = cluster.metadata;
  return strimziObjects(objects, kind).filter(
    ({ metadata }) => metadata.namespace === namespace && metadata.labels?.[CLUSTER_LABEL] === name,
  );
}

/** The Kafka resource that a resource names by its label, in its namespace. */
export function kafkaOf(member: KubeObject, objects: readonly KubeObject[]): KubeObject | undefined {
  return strimziObjects(objects, "Kafka").find((kafka) => membersOf(kafka, [member], member.kind).length > 0);
}

/** Number of brokers of a cluster: the nodes of its pools with that role. */
export function brokerCount(kafka: KubeObject, objects: readonly KubeObject[]): number {
  return membersOf(kafka, objects, "KafkaNodePool")
    .filter((pool) => listAt(pool, ["spec", "roles"]).includes("broker"))
    .reduce((sum, pool) => sum + numberAt(pool, ["spec", "replicas"]), 0);
}

/** The pod template that holds for a pool: its own, whole, or else the cluster's. Source: strimzi-kafka-operator 0.42.0, KafkaPool. */
export function podTemplate(kafka: KubeObject, pool: KubeObject): Readonly<Record<string, unknown>> {
  const own = valueAt(pool, ["spec", "template"]) !== undefined;
  return own ? mappingAt(pool, ["spec", "template", "pod"]) : mappingAt(kafka, ["spec", "kafka", "template", "pod"]);
}

const NODE_TERMS = ["affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"];

/** Names of the platform's node pools that a pod must be on; empty where it may be anywhere. */
export function requiredNodePools(pod: Readonly<Record<string, unknown>>, { nodePools }: Platform): readonly string[] {
  const named = listAt(pod, NODE_TERMS).flatMap((term) =>
    listAt(term, ["matchExpressions"])
      .filter((expression) => textAt(expression, ["key"]) === POOL_LABEL && textAt(expression, ["operator"]) === "In")
      .flatMap((expression) => listAt(expression, ["values"])),
  );
  return Object.keys(nodePools).filter((name) => named.includes(name));
}
