import { istioComponents, istioOperators } from "../../charts/checks/istio-components";
import { mappingAt, numberAt, textAt } from "../../charts/checks/object-readers";
import { amountOf } from "../../charts/checks/pod-amounts";
import { type StrimziComponent, strimziComponents } from "../../charts/checks/strimzi-components";
import { membersOf, podTemplate, strimziObjects } from "../../charts/checks/strimzi-objects";
import { type KubeObject, referenceOf, referenceText, valueAt } from "../../charts/kube-object";
import type { Allocatable } from "../../config/derived/allocatable";
import { sumOf } from "../../config/derived/resource-amounts";
import { always, type Range } from "../range";
import type { PodSet } from "./pod-set";
import { whereabouts } from "./template-pods";

/** The pods that operators make of their own resources: Strimzi's and Istio's. What they take where a resource states nothing isn't counted. */
export function operatorPods(objects: readonly KubeObject[]): readonly PodSet[] {
  return [
    ...strimziObjects(objects, "Kafka").flatMap((kafka) => kafkaNodes(kafka, objects)),
    ...strimziComponents(objects).map(strimziPods),
    ...istioOperators(objects).flatMap((operator) => [...istioPods(operator), ...cniAgent(operator)]),
  ];
}

/** Brokers and controllers: a pool's own settings hold for it, whole; else the cluster's do. Source: strimzi-kafka-operator 0.42.0, KafkaPool. */
function kafkaNodes(kafka: KubeObject, objects: readonly KubeObject[]): readonly PodSet[] {
  return membersOf(kafka, objects, "KafkaNodePool").map((pool) => ({
    object: referenceText(referenceOf(pool)),
    runs: "always",
    pods: always(numberAt(pool, ["spec", "replicas"])),
    each: requests(valueAt(pool, ["spec", "resources"]) === undefined ? valueAt(kafka, ["spec", "kafka"]) : pool.spec),
    where: whereabouts(podTemplate(kafka, pool)),
  }));
}

function strimziPods({ object, name, path }: StrimziComponent): PodSet {
  // The entity operator's pod is two operators, each with amounts of its own.
  const containers = name === "entityOperator" ? [["topicOperator"], ["userOperator"]] : [[]];
  const replicas = valueAt(object, [...path, "replicas"]);
  return {
    object: `${referenceText(referenceOf(object))}${path.length > 1 ? `: ${name}` : ""}`,
    runs: "always",
    pods: always(typeof replicas === "number" ? replicas : 1),
    each: sumOf(containers.map((container) => requests(valueAt(object, [...path, ...container])))),
    where: whereabouts(mappingAt(object, [...path, "template", "pod"])),
  };
}

function istioPods(operator: KubeObject): readonly PodSet[] {
  return istioComponents(operator).map(({ path, values }) => {
    const settings = mappingAt(operator, [...path, "k8s"]);
    const name = textAt(operator, [...path, "name"]) || (values.at(-1) ?? "");
    return {
      object: `${referenceText(referenceOf(operator))}: ${name}`,
      runs: "always",
      pods: istioReplicas(settings),
      each: requests(settings),
      where: whereabouts(settings),
    };
  });
}

function istioReplicas(settings: unknown): Range {
  const least = numberAt(settings, ["hpaSpec", "minReplicas"]) || numberAt(settings, ["replicaCount"]) || 1;
  const most = numberAt(settings, ["hpaSpec", "maxReplicas"]) || least;
  return { minimum: least, typical: least, maximum: most };
}

/** The agent that redirects traffic is on every node, whatever its taints. Source: istio/istio 1.22.4, manifests/charts/istio-cni/templates/daemonset.yaml, tolerations. */
function cniAgent(operator: KubeObject): readonly PodSet[] {
  const cni = mappingAt(operator, ["spec", "components", "cni"]);
  if (cni.enabled !== true) return [];
  return [
    {
      object: `${referenceText(referenceOf(operator))}: istio-cni`,
      runs: "on every node",
      pods: always(1),
      each: requests(cni.k8s),
      where: { alternatives: [[]], tolerations: [{ operator: "Exists" }] },
    },
  ];
}

/** What something with `resources` asks for. */
function requests(container: unknown): Allocatable {
  return {
    cpuMilli: amountOf(container, "requests", "cpu")?.milli ?? 0,
    memoryBytes: amountOf(container, "requests", "memory")?.value ?? 0,
  };
}
