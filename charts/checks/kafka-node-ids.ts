import { NODE_IDS_ANNOTATION } from "../kafka/strimzi";
import type { KubeObject } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, numberAt } from "./object-readers";
import { membersOf, strimziObjects } from "./strimzi-objects";

const PATH = ["metadata", "annotations", NODE_IDS_ANNOTATION] as const;

/** The one pool of a cluster needs no list. */
export const kafkaNodeIds: ManifestCheck = {
  title: "Each pool of several names the ids of its nodes, as many as it has nodes, and none that another pool has",
  severity: "low",
  why: "Ids go to the pools in the order in which the operator sees them: controllers would not have the documented ones.",
  remediation: `Annotate each KafkaNodePool with ${NODE_IDS_ANNOTATION}, a list such as [0-2] with an id of its own for every node.`,
  source: "strimzi-kafka-operator 0.42.0, NodeIdAssignor, NodeIdRange; document 002, section 10 (Controller Quorum)",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#proc-managing-node-pools-ids-str",
  find: ({ objects }) =>
    strimziObjects(objects, "Kafka").flatMap((kafka) => {
      const pools = membersOf(kafka, objects, "KafkaNodePool");
      return pools.length < 2 ? [] : pools.flatMap((pool, index) => judge(pool, pools.slice(0, index)));
    }),
};

function judge(pool: KubeObject, before: readonly KubeObject[]): readonly ManifestFinding[] {
  const ids = nodeIds(pool);
  const nodes = numberAt(pool, ["spec", "replicas"]);
  if (ids === undefined) {
    return [finding(pool, PATH, "the ids of the nodes are not given; a list such as [0-2] or [3,5-6] is")];
  }
  const taken = ids.filter((id) => before.some((other) => nodeIds(other)?.includes(id)));
  return [
    ...(ids.length === nodes ? [] : [finding(pool, PATH, `${ids.length} ids for ${nodes} nodes`)]),
    ...(taken.length === 0 ? [] : [finding(pool, PATH, `ids ${taken.join(", ")} are another pool's`)]),
  ];
}

/** The ids of the annotation; undefined where it is missing or can't be read. */
function nodeIds({ metadata }: KubeObject): readonly number[] | undefined {
  const text = /^\[([\d\s,-]+)\]$/.exec(metadata.annotations?.[NODE_IDS_ANNOTATION] ?? "")?.[1];
  if (text === undefined) return undefined;
  return text.split(",").flatMap((part) => {
    const [first = 0, last = first] = part.split("-").map(Number);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  });
}
