import { CLUSTER_LABEL, STRIMZI_GROUP } from "../kafka/strimzi";
import { type KubeObject, referenceOf } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding } from "./object-readers";
import { membersOf, strimziObjects } from "./strimzi-objects";

/** Kinds that belong to a cluster, and the kind that it is of. */
const OWNERS: Readonly<Record<string, string>> = {
  KafkaNodePool: "Kafka",
  KafkaTopic: "Kafka",
  KafkaUser: "Kafka",
  KafkaRebalance: "Kafka",
  KafkaConnector: "KafkaConnect",
};

/** Judges Strimzi's resources by their namespace, and members of a cluster by their label. */
export const strimziClusters: ManifestCheck = {
  title: "What belongs to a cluster names one that exists, in its own namespace, which is the operator's",
  severity: "high",
  why: "No operator would ever look at it, and nothing say so.",
  remediation: `Set the label ${CLUSTER_LABEL} to the cluster's name, and the namespace of both to the operator's.`,
  source:
    "strimzi-kafka-operator 0.42.0, ResourceLabels.STRIMZI_CLUSTER_LABEL, STRIMZI_NAMESPACE; infra/add-ons/strimzi.ts",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#con-operators-namespaces-str",
  find: ({ objects, platform }) => {
    const operator = platform.addOns.releases["strimzi-kafka-operator"];
    return [
      ...objects
        .filter((object) => referenceOf(object).group === STRIMZI_GROUP)
        .flatMap((object) => (operator === undefined ? [] : watched(operator.namespace)(object))),
      ...Object.entries(OWNERS).flatMap(([kind, owner]) =>
        strimziObjects(objects, kind).flatMap((member) => owned(member, owner, objects)),
      ),
    ];
  },
};

function watched(namespace: string): (object: KubeObject) => readonly ManifestFinding[] {
  return (object) =>
    object.metadata.namespace === namespace
      ? []
      : [finding(object, ["metadata", "namespace"], `the operator watches ${namespace} only, where it runs`)];
}

function owned(member: KubeObject, owner: string, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  const clusters = strimziObjects(objects, owner);
  if (clusters.some((cluster) => membersOf(cluster, [member], member.kind).length > 0)) return [];
  const label = member.metadata.labels?.[CLUSTER_LABEL];
  const names = clusters.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`).join(", ") || "none";
  const path = ["metadata", "labels", CLUSTER_LABEL];
  return [finding(member, path, `${label ?? "nothing"} is no ${owner} of this namespace; there is ${names}`)];
}
