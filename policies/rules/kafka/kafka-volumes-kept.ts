import { listAt, mappingAt, textAt } from "../../../charts/checks/object-readers";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { objectRule, type Problem, problem } from "../../rule";

type Path = readonly (string | number)[];

/** Where each kind says how its nodes keep their data. Source: strimzi-kafka-operator 0.42.0, API reference, Storage. */
const STORAGE: Readonly<Record<string, readonly Path[]>> = {
  Kafka: [
    ["spec", "kafka", "storage"],
    ["spec", "zookeeper", "storage"],
  ],
  KafkaNodePool: [["spec", "storage"]],
};

/** What brokers and controllers have written stays when they go. */
export const kafkaVolumesKept = objectRule(
  {
    id: "kafka-volumes-kept",
    title: "Volumes of Kafka are persistent, and stay when their cluster is deleted",
    severity: "critical",
    enforcement: "mandatory",
    why: "A resource deleted by mistake, or a pod that moves, would take the records of all topics along.",
    remediation: "Use storage of type persistent-claim, and set deleteClaim to false or leave it out.",
    link: "https://strimzi.io/docs/operators/latest/configuring.html#type-PersistentClaimStorage-reference",
  },
  {
    kinds: Object.keys(STORAGE).map((kind) => `kafka.strimzi.io/${kind}`),
    check: (object) =>
      (STORAGE[object.kind] ?? [])
        .filter((path) => valueAt(object, path) !== undefined)
        .flatMap((path) => volumesAt(object, path).flatMap((at) => judge(object, at))),
  },
);

/** The paths of the volumes: those of a JBOD, or the one that the storage is. */
function volumesAt(object: KubeObject, path: Path): readonly Path[] {
  return mappingAt(object, path).type === "jbod"
    ? listAt(object, [...path, "volumes"]).map((_, index) => [...path, "volumes", index])
    : [path];
}

function judge(object: KubeObject, path: Path): readonly Problem[] {
  const type = textAt(object, [...path, "type"]);
  if (type !== "persistent-claim") {
    return [problem([...path, "type"], `is ${type || "missing"}; it has to be persistent-claim`)];
  }
  const deleteClaim = valueAt(object, [...path, "deleteClaim"]);
  return deleteClaim === undefined || deleteClaim === false
    ? []
    : [problem([...path, "deleteClaim"], `is ${deleteClaim}; it has to be false`)];
}
