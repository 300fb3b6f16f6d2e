import { HOST_LABEL } from "../../config/reference/node-labels";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { finding, listAt, numberAt, textAt } from "./object-readers";
import { membersOf, podTemplate, requiredNodePools, strimziObjects } from "./strimzi-objects";

type NodePool = Manifests["platform"]["nodePools"][string];

/** Judges pods that demand a node pool; where two can't share a node, each needs one of those that are always there. */
export const kafkaNodes: ManifestCheck = {
  title: "The nodes that Kafka's pods must be on are enough, and let them in",
  severity: "high",
  why: "Brokers for whom there is no node stay pending.",
  remediation:
    "Raise nodes.min of the node pool or lower replicas of the KafkaNodePool, and let its pods tolerate the taints of the nodes.",
  source: "compatibility page, S19 and S20; Kubernetes, Assigning Pods to Nodes (required anti-affinity)",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#proc-dedicated-nodes-str",
  find: ({ objects, platform }) =>
    strimziObjects(objects, "Kafka").flatMap((kafka) => {
      const pools = membersOf(kafka, objects, "KafkaNodePool");
      const required = new Map(pools.map((pool) => [pool, requiredNodePools(podTemplate(kafka, pool), platform)]));
      return [
        ...enough(kafka, required, platform),
        ...pools.flatMap((pool) => untolerated(pool, kafka, required.get(pool) ?? [], platform)),
      ];
    }),
};

function enough(
  kafka: KubeObject,
  required: ReadonlyMap<KubeObject, readonly string[]>,
  { nodePools }: Manifests["platform"],
): readonly ManifestFinding[] {
  const alone = [...required].filter(([pool, names]) => names.length > 0 && isAlone(podTemplate(kafka, pool)));
  const pods = alone.reduce((sum, [pool]) => sum + numberAt(pool, ["spec", "replicas"]), 0);
  const names = [...new Set(alone.flatMap(([, pools]) => pools))];
  const nodes = names.reduce((sum, name) => sum + (nodePools[name]?.nodes.min ?? 0), 0);
  return pods <= nodes
    ? []
    : [finding(kafka, ["metadata", "name"], `${pods} pods, one a node, on the ${nodes} nodes of ${names.join(", ")}`)];
}

/** Whether no two of the pods can share a node. */
function isAlone(pod: Readonly<Record<string, unknown>>): boolean {
  return listAt(pod, ["affinity", "podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution"]).some(
    (term) => textAt(term, ["topologyKey"]) === HOST_LABEL,
  );
}

function untolerated(
  pool: KubeObject,
  kafka: KubeObject,
  names: readonly string[],
  { nodePools }: Manifests["platform"],
): readonly ManifestFinding[] {
  const tolerations = listAt(podTemplate(kafka, pool), ["tolerations"]);
  return names.flatMap((name) =>
    (nodePools[name]?.taints ?? [])
      .filter(({ effect }) => effect !== "PreferNoSchedule")
      .filter((taint) => !tolerations.some((toleration) => tolerates(toleration, taint)))
      .map(({ key, value, effect }) =>
        finding(pool, ["metadata", "name"], `its pods don't tolerate the taint ${key}=${value}:${effect} of ${name}`),
      ),
  );
}

function tolerates(toleration: unknown, taint: NodePool["taints"][number]): boolean {
  const holds = (key: string, wanted: string) => [undefined, wanted].includes(valueAt(toleration, [key]) as string);
  const exists = textAt(toleration, ["operator"]) === "Exists";
  return (
    holds("effect", taint.effect) &&
    (exists
      ? holds("key", taint.key)
      : textAt(toleration, ["key"]) === taint.key && textAt(toleration, ["value"]) === taint.value)
  );
}
