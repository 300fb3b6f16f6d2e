import type { PlatformWith } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { DEFAULT_PARTITION_WINDOWS, PARTITION_WINDOWS_KEY } from "../../../config/reference/cruise-control";
import { DATA_CLASS, type PriorityClassName, SERVICE_CLASS } from "../../../config/reference/priority-classes";
import { awayFromDataNodes } from "../../away-from-data-nodes";
import type { CheckName } from "../../checks/all";
import type { ObjectReference } from "../../kube-object";
import { referenceOf } from "../../kube-object";
import type { Deviation, Objection } from "../../ledger";
import { podsOf } from "../../network-policy-parts";
import { KRAFT_ANNOTATIONS } from "../strimzi";
import { brokerBandwidth, CRUISE_CONTROL_RESOURCES, goalList } from "./cruise-control";
import { JMX_SYSTEM_PROPERTIES, kafkaResource, volume } from "./kafka-resource";
import { kafkaNodePools, nodePoolResource } from "./node-pools";

type Entry = Deviation<CheckName>;

/** Why the Kafka resource and its pools are not deployed as documented. Source of the ids: compatibility page, 2.1 and 2.3. */
export function kafkaDeviations(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): readonly Entry[] {
  const kafka = referenceOf(kafkaResource(platform));
  return [
    ...kraft(kafka, platform),
    ...java(kafka, platform),
    ...access(kafka, platform),
    ...cruiseControl(kafka, platform),
    ...tools(kafka, platform),
    ...volumes(platform),
  ];
}

function reportedBy(check: CheckName, answer: string): Objection<CheckName> {
  return { by: "check", check, answer };
}

/** KRaft with node pools: what the documents describe in section 10, and their manifest of section 4 doesn't say. */
function kraft(object: ObjectReference, platform: PlatformWith<"kafka">): readonly Entry[] {
  return [
    {
      id: "S1",
      object,
      path: ["spec", "zookeeper"],
      documented: { replicas: 0 },
      reason: "A cluster without ZooKeeper has no such section: the schema wants at least one replica, and storage.",
      source: "strimzi-kafka-operator 0.42.0, 040-Crd-kafka.yaml",
      without: { by: "api-server", answer: "spec.zookeeper.replicas in body should be greater than or equal to 1" },
    },
    ...KRAFT_ANNOTATIONS.map(
      (annotation): Entry => ({
        id: `S2 ${annotation}`,
        object,
        path: ["metadata", "annotations", annotation],
        deployed: "enabled",
        reason: "The operator takes a Kafka resource for one with ZooKeeper unless both annotations say otherwise.",
        source: "strimzi-kafka-operator 0.42.0, KRaftUtils, KafkaAssemblyOperator; document 002, section 10 (KRaft)",
        without: reportedBy("kafka-kraft", `${annotation} is not enabled`),
      }),
    ),
    {
      id: "S4 replicas",
      object,
      path: ["spec", "kafka", "replicas"],
      documented: platform.kafka.brokers,
      reason: "The node pools say how many nodes there are; the operator warns of the number here and ignores it.",
      source: "strimzi-kafka-operator 0.42.0, KRaftUtils.nodePoolWarnings",
      without: reportedBy("kafka-pool-settings", "replicas is ignored"),
    },
    {
      id: "S4 storage",
      object,
      path: ["spec", "kafka", "storage"],
      documented: volume(platform),
      reason: "The node pools say what their volumes are; the operator warns of the storage here and ignores it.",
      source: "strimzi-kafka-operator 0.42.0, KRaftUtils.nodePoolWarnings",
      without: reportedBy("kafka-pool-settings", "storage is ignored"),
    },
  ];
}

function java(object: ObjectReference, { kafka }: PlatformWith<"kafka">): readonly Entry[] {
  const properties: Entry = {
    id: "S14 system property",
    object,
    path: ["spec", "kafka", "jvmOptions", "javaSystemProperties"],
    documented: JMX_SYSTEM_PROPERTIES,
    reason:
      "The property opens JMX past Strimzi: without password or encryption, and with a second port that no policy knows.",
    source: "strimzi-kafka-operator 0.42.0, JmxModel, set_kafka_jmx_options.sh",
    without: reportedBy("kafka-jmx", "com.sun.management.jmxremote.port"),
  };
  const options: Entry = {
    id: "S14 jmxOptions",
    object,
    path: ["spec", "kafka", "jmxOptions"],
    deployed: { authentication: { type: "password" } },
    reason: "JMX on the documented port, with a password that Strimzi generates and a port that its policy knows.",
    source: "strimzi-kafka-operator 0.42.0, JmxModel; document 002, section 4 (port 9999)",
    without: reportedBy("kafka-jmx", "nothing answers JMX"),
  };
  return [
    {
      id: "S6",
      object,
      path: ["spec", "kafka", "jvmOptions", "-XX"],
      deployed: kafka.jvm.flags,
      reason:
        "Section 1 lists the tuned flags, the manifest of section 4 leaves them out: brokers would run with Kafka's own.",
      source: "document 002, section 1, Updated Configuration; strimzi-kafka-operator 0.42.0, JvmOptionUtils",
      without: reportedBy("kafka-jvm-flags", "is not set; the stack file says"),
    },
    properties,
    ...(kafka.remoteJmx ? [options] : []),
  ];
}

/** docs/decisions.md, B3: the users' access lists hold, and the listener without encryption stays for those that a network policy admits. */
function access(object: ObjectReference, { kafka }: PlatformWith<"kafka">): readonly Entry[] {
  return [
    {
      id: "S7 authorization",
      object,
      path: ["spec", "kafka", "authorization"],
      deployed: { type: "simple" },
      reason: "Section 10 has users with access lists; without an authorizer the user operator refuses them.",
      source: "strimzi-kafka-operator 0.42.0, EntityUserOperator, KafkaUserModel; document 002, section 10",
      without: reportedBy("kafka-acls", "has an access list"),
    },
    {
      id: "S7 anonymous",
      object,
      path: ["spec", "kafka", "config", "allow.everyone.if.no.acl.found"],
      deployed: true,
      reason:
        "Clients of the documented listener on 9092 have no name: with an authorizer they would be refused everything. They keep what no access list covers, and what the Job of their access lists gives back; all else that a user's list names is closed to them.",
      source: "Apache Kafka 3.7, StandardAuthorizer; docs/decisions.md, B3",
      without: reportedBy("kafka-anonymous-clients", "is refused everything"),
    },
    {
      id: "S7 peers",
      object,
      path: ["spec", "kafka", "listeners", 0, "networkPolicyPeers"],
      deployed: kafka.listeners.plainNamespaces.map((namespace) => ({
        ...podsOf(namespace),
      })),
      reason:
        "Nobody is asked who he is on the listener without encryption: only namespaces with documented clients reach it.",
      source: "docs/decisions.md, B3; strimzi-kafka-operator 0.42.0, ListenersUtils, NetworkPolicy of the brokers",
      without: reportedBy("kafka-open-listeners", "every pod of the cluster"),
    },
  ];
}

function cruiseControl(object: ObjectReference, platform: PlatformWith<"kafka">): readonly Entry[] {
  const bandwidth = brokerBandwidth(platform);
  const capacity = (direction: "inbound" | "outbound"): Entry => ({
    id: `S11 ${direction}`,
    object,
    path: ["spec", "cruiseControl", "brokerCapacity", `${direction}Network`],
    deployed: bandwidth,
    reason:
      "Strimzi states 10000KiB/s for a broker unless told otherwise; the documented brokers carry 180 MB/s in and 320 MB/s out, so that the network goals could never be met. It is the baseline of their nodes.",
    source: "strimzi-kafka-operator 0.42.0, Capacity; document 002, sections 1 and 10 (all 11 goals satisfied)",
    without: reportedBy("cruise-control-capacity", `${direction}Network is missing`),
  });
  return [
    {
      id: "S9",
      object,
      path: ["spec", "cruiseControl", "config", "default.goals"],
      deployed: goalList(platform),
      reason:
        "Strimzi's default goals are all 17: Cruise Control doesn't start when one of them is not among the goals.",
      source: "linkedin/cruise-control 2.5.137, KafkaCruiseControlConfig.sanityCheckGoalNames",
      without: reportedBy("cruise-control-goals", "default.goals"),
    },
    capacity("inbound"),
    capacity("outbound"),
    {
      id: "cruise-control-windows",
      object,
      path: ["spec", "cruiseControl", "config", PARTITION_WINDOWS_KEY],
      deployed: platform.kafka.metricWindows,
      reason: `Section 10 counts ${platform.kafka.metricWindows} metric windows, the manifest of section 4 doesn't ask for them: Strimzi would keep ${DEFAULT_PARTITION_WINDOWS.count}, of ${DEFAULT_PARTITION_WINDOWS.minutes} minutes.`,
      source:
        "document 002, sections 6 (numValidWindows) and 10 (Metric Windows Available); strimzi-kafka-operator 0.42.0, CruiseControlConfiguration",
      without: reportedBy("cruise-control-windows", "is missing"),
    },
  ];
}

/** Where the operators' and tools' pods of the cluster may be, and what they may use: the brokers' nodes have no taint, and no core to give away. */
function tools(object: ObjectReference, platform: Platform): readonly Entry[] {
  const { affinity } = awayFromDataNodes(platform);
  const placed = (component: "entityOperator" | "cruiseControl"): Entry => ({
    id: `S19 ${component}`,
    object,
    path: ["spec", component, "template", "pod", "affinity"],
    ...(affinity === undefined ? {} : { deployed: affinity }),
    reason:
      "The brokers' pool has no taint, so that any pod may land there: memory it takes is taken from the brokers' page cache.",
    source: "compatibility page, S19; document 002, section 1 (worker-kafka-v2, dedicated)",
    without: reportedBy("strimzi-placement", `${component}'s pods may be on`),
  });
  return [
    ranked(object, "kafka", DATA_CLASS),
    ranked(object, "entityOperator", SERVICE_CLASS),
    ranked(object, "cruiseControl", SERVICE_CLASS),
    // Where no pool holds data, there is nothing to stay away from.
    ...(affinity === undefined ? [] : [placed("entityOperator"), placed("cruiseControl")]),
    {
      id: "S11 resources",
      object,
      path: ["spec", "cruiseControl", "resources"],
      deployed: CRUISE_CONTROL_RESOURCES,
      reason:
        "The manifest gives Cruise Control neither requests nor limits: it would be evicted first, and take what it likes before.",
      source:
        "strimzi-kafka-operator 0.42.0, CruiseControlSpec (resources); Kubernetes, Pod Quality of Service Classes",
      without: reportedBy("strimzi-resources", "cruiseControl has no"),
    },
  ];
}

/** What the pods of a component come before when there is no room for all. */
function ranked(object: ObjectReference, component: string, priorityClass: PriorityClassName): Entry {
  return {
    id: `P1 ${component}`,
    object,
    path: ["spec", component, "template", "pod", "priorityClassName"],
    deployed: priorityClass,
    reason: "Without a class its pods would make room for any service's.",
    source: "docs/decisions.md, W4; document 000, section 1 (Eviction Order)",
    without: reportedBy("unranked-pods", `${component}'s pods name no priority class`),
  };
}

/** The documented size is the disk's, read as GiB; no volume on the disk has it. */
function volumes(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): readonly Entry[] {
  const { nominal, claim } = platform.kafka.volume;
  if (nominal.value === claim.value) return [];
  return kafkaNodePools(platform).map((pool) => ({
    id: `S12 ${pool.name}`,
    object: referenceOf(nodePoolResource(platform, pool)),
    path: ["spec", "storage", "size"],
    documented: nominal.toString(),
    deployed: claim.toString(),
    reason:
      "A disk of 2500 GB holds 2328 GiB: no local volume has the documented size, and the claim would wait for ever.",
    source: "Amazon EC2 instance types, storage optimized (i3en); document 002, sections 1 and 4",
    without: reportedBy("kafka-volumes", "fits no disk"),
  }));
}
