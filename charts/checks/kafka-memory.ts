import { HEAP_SHARE } from "../../config/checks/kafka-cluster";
import { JAVA_SIZE, javaBytes } from "../../config/units/java-size";
import { Quantity } from "../../config/units/quantity";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, textAt } from "./object-readers";
import { membersOf, strimziObjects } from "./strimzi-objects";

/** Judges the Kafka resource, and each pool that has a heap of its own. */
export const kafkaMemory: ManifestCheck = {
  title: "A broker's heap is limited, and leaves page cache below the memory limit",
  severity: "high",
  why: "The kernel kills a broker whose heap fills its limit, and without page cache every read comes from the disk.",
  remediation: `Set a memory limit, and jvmOptions.-Xmx to at most ${HEAP_SHARE * 100} % of it.`,
  source: "Apache Kafka documentation, Hardware and OS (page cache); document 002, section 1 (heap 14g of 20Gi)",
  link: "https://kafka.apache.org/37/operations/hardware-and-os/",
  find: ({ objects }) =>
    strimziObjects(objects, "Kafka").flatMap((kafka) => [
      ...judge(kafka, ["spec", "kafka"]),
      ...membersOf(kafka, objects, "KafkaNodePool")
        .filter((pool) => valueAt(pool, ["spec", "jvmOptions"]) !== undefined)
        .flatMap((pool) => judge(withResources(pool, kafka), ["spec"])),
    ]),
};

/** A pool without resources of its own has the cluster's. */
function withResources(pool: KubeObject, kafka: KubeObject): KubeObject {
  const spec = valueAt(pool, ["spec"]) as Record<string, unknown>;
  return { ...pool, spec: { resources: valueAt(kafka, ["spec", "kafka", "resources"]), ...spec } };
}

function judge(object: KubeObject, at: readonly string[]): readonly ManifestFinding[] {
  const path = [...at, "jvmOptions", "-Xmx"];
  const heap = textAt(object, path);
  const limit = textAt(object, [...at, "resources", "limits", "memory"]);
  if (limit === "") return [finding(object, [...at, "resources"], "no memory limit: a broker can take its whole node")];
  if (!JAVA_SIZE.test(heap)) {
    return [finding(object, path, "no -Xmx: the heap would be a share of the limit that nobody chose")];
  }
  const share = javaBytes(heap) / Quantity.parse(limit).value;
  return share <= HEAP_SHARE
    ? []
    : [
        finding(
          object,
          path,
          `heap ${heap} is ${Math.round(share * 100)} % of the limit ${limit}; at most ${HEAP_SHARE * 100} %, the rest is page cache`,
        ),
      ];
}
