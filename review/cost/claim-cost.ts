import { listAt, mappingAt, numberAt, textAt } from "../../charts/checks/object-readers";
import { kafkaOf, strimziObjects } from "../../charts/checks/strimzi-objects";
import { type KubeObject, referenceOf, referenceText, valueAt } from "../../charts/kube-object";
import { Quantity } from "../../config/units/quantity";
import { resourceText } from "../../policies/resource";
import { mappingsIn } from "../../policies/walk";
import { UNKNOWN } from "../../sandbox/engine/shown-values";
import type { PlanIndex } from "../plan-index";
import { always } from "../range";
import { pricedOr } from "./charge";
import { type Priced, together, unpriced } from "./cost-line";
import { volumeCost } from "./volume-cost";

const GIB = 2 ** 30;
const HELM_RELEASE = "kubernetes:helm.sh/v3:Release";
const DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

/** Volumes that are on a node's own disks: they cost what the node costs. Source: Kubernetes, Local volumes. */
const LOCAL = "kubernetes.io/no-provisioner";
const EBS: readonly string[] = ["ebs.csi.aws.com", "kubernetes.io/aws-ebs"];

/** Some volumes that pods claim. */
interface Claim {
  readonly resource: string;
  readonly what: string;
  /** Name of the storage class; empty for the cluster's default. */
  readonly storageClass: string;
  /** As Kubernetes writes it: `80Gi`. */
  readonly size: string;
  readonly count: number;
}

/** What the volumes cost that pods claim: those of StatefulSets, claims of their own, of Strimzi's nodes and of Helm charts. Templates count with the replicas that their object states. */
export function claimCost(plan: PlanIndex): Priced {
  const releases = plan.ofType(HELM_RELEASE).map((release) => {
    const resource = resourceText(release);
    return pricedOr(resource, "volumes", () =>
      together(ofValues(resource, release.inputs.values).map((claim) => costOf(claim, plan))),
    );
  });
  const claims = plan.objects.flatMap((object) => [...ofObject(object), ...ofKafka(object, plan.objects)]);
  return together([...claims.map((claim) => costOf(claim, plan)), ...releases]);
}

function ofObject(object: KubeObject): readonly Claim[] {
  const resource = referenceText(referenceOf(object));
  if (object.kind === "PersistentVolumeClaim") return [claimed(resource, "volume", object, 1)];
  if (object.kind !== "StatefulSet") return [];
  const replicas = valueAt(object, ["spec", "replicas"]);
  return listAt(object, ["spec", "volumeClaimTemplates"]).map((template) => {
    const what = `volumes of claim ${textAt(template, ["metadata", "name"])}`;
    return claimed(resource, what, template, typeof replicas === "number" ? replicas : 1);
  });
}

function claimed(resource: string, what: string, claim: unknown, count: number): Claim {
  const storageClass = textAt(claim, ["spec", "storageClassName"]);
  const size = String(valueAt(claim, ["spec", "resources", "requests", "storage"]) ?? "0");
  return { resource, what, storageClass, size, count };
}

/** Volumes of a Strimzi node pool: one for each node, or one of each kind. Source: strimzi-kafka-operator 0.42.0, KafkaNodePoolSpec. */
function ofKafka(object: KubeObject, objects: readonly KubeObject[]): readonly Claim[] {
  if (strimziObjects([object], "KafkaNodePool").length === 0 || kafkaOf(object, objects) === undefined) return [];
  const storage = mappingAt(object, ["spec", "storage"]);
  const volumes = storage.type === "jbod" ? listAt(storage, ["volumes"]) : [storage];
  return volumes
    .filter((volume) => textAt(volume, ["type"]) === "persistent-claim")
    .map((volume) => ({
      resource: referenceText(referenceOf(object)),
      what: `volumes of Kafka nodes${storage.type === "jbod" ? `, disk ${numberAt(volume, ["id"])}` : ""}`,
      storageClass: textAt(volume, ["class"]),
      size: textAt(volume, ["size"]),
      count: numberAt(object, ["spec", "replicas"]),
    }));
}

/** Volumes that a chart's values ask for, as most charts write it: `enabled`, a `size` and a storage class, in one mapping. They are taken to be one each. */
function ofValues(resource: string, values: unknown): readonly Claim[] {
  return mappingsIn(values).flatMap(({ path, mapping }) => {
    const storageClass = mapping.storageClass ?? mapping.storageClassName;
    const { enabled, size } = mapping;
    if (enabled !== true || typeof size !== "string" || typeof storageClass !== "string") return [];
    return [{ resource, what: `volume of ${path.join(".")}`, storageClass, size, count: 1 }];
  });
}

function costOf({ resource, what, storageClass, size, count }: Claim, plan: PlanIndex): Priced {
  if (size.includes(UNKNOWN)) return unpriced(resource, what, "the plan doesn't tell their size");
  const found = classNamed(storageClass, plan);
  if (found === undefined)
    return unpriced(resource, what, `the plan has no storage class ${storageClass || "by default"}`);
  const provisioner = textAt(found, ["provisioner"]);
  if (provisioner === LOCAL) return together([]);
  if (!EBS.includes(provisioner)) return unpriced(resource, what, `there is no price of volumes of ${provisioner}`);
  const parameter = (name: string) => Number(valueAt(found, ["parameters", name])) || undefined;
  const volume = {
    sizeGib: Quantity.parse(size).value / GIB,
    // Source: kubernetes-sigs/aws-ebs-csi-driver, docs/parameters.md.
    type: textAt(found, ["parameters", "type"]) || "gp3",
    iops: parameter("iops"),
    throughputMibPerSecond: parameter("throughput"),
  };
  return volumeCost(volume, { what, resource, region: plan.regionOf(), count: always(count) });
}

function classNamed(name: string, { objects }: PlanIndex): KubeObject | undefined {
  const classes = objects.filter(({ kind }) => kind === "StorageClass");
  return name === ""
    ? classes.find(({ metadata }) => metadata.annotations?.[DEFAULT_CLASS] === "true")
    : classes.find(({ metadata }) => metadata.name === name);
}
