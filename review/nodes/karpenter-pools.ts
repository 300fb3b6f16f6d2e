import { listAt, mappingAt, numberAt, textAt } from "../../charts/checks/object-readers";
import { type KubeObject, referenceOf, referenceText, valueAt } from "../../charts/kube-object";
import { POOL_LABEL } from "../../config/reference/node-labels";
import { Quantity } from "../../config/units/quantity";
import { isBlank, nothingShown } from "../../policies/blank";
import { karpenterLabels, karpenterTaints } from "../../policies/karpenter-pools";
import { ANY, demandsIn } from "../../policies/node-terms";
import { type Resource, resourceText } from "../../policies/resource";
import { ifShown } from "../../policies/shown";
import type { PlanIndex } from "../plan-index";
import { settingsIn } from "./kubelet-settings";
import { type BlockVolume, type NodeLimits, type NodeSource, type ReadSource, readOr } from "./node-source";

const GIB = 2 ** 30;
const TYPE_LABEL = "node.kubernetes.io/instance-type";
const CAPACITY_LABEL = "karpenter.sh/capacity-type";
const KUBELET = ["spec", "template", "spec", "kubelet"];

const NODE_POOL = /^kubernetes:karpenter\.sh\/.*:NodePool$/;
const NODE_CLASS = /^kubernetes:karpenter\.k8s\.aws\/.*:EC2NodeClass$/;

/** Karpenter's NodePools. */
export function karpenterPools(plan: PlanIndex): readonly ReadSource[] {
  return resourcesOf(plan, NODE_POOL).map((planned) =>
    readOr(resourceText(planned), () => {
      if (isBlank(planned)) nothingShown();
      const pool = planned.inputs as unknown as KubeObject;
      const resource = referenceText(referenceOf(pool));
      const instanceTypes = namedTypes(pool);
      return instanceTypes === undefined
        ? { resource, reason: `its requirements don't name the types that it may launch (${TYPE_LABEL} In)` }
        : { ...poolSource(pool, plan), resource, instanceTypes };
    }),
  );
}

function resourcesOf(plan: PlanIndex, type: RegExp): readonly Resource[] {
  return plan.resources.filter((resource) => type.test(resource.type));
}

function poolSource(pool: KubeObject, plan: PlanIndex): Omit<NodeSource, "resource" | "instanceTypes"> {
  const labels = karpenterLabels(pool);
  const own = labels.get(POOL_LABEL);
  const capacities = labels.get(CAPACITY_LABEL) ?? [];
  const spot = capacities === ANY || capacities.includes("spot");
  const onDemand = capacities === ANY || capacities.includes("on-demand");
  const className = textAt(pool, ["spec", "template", "spec", "nodeClassRef", "name"]);
  const nodeClass = resourcesOf(plan, NODE_CLASS)
    .map(({ inputs }) => inputs as unknown as KubeObject)
    .find((one) => textAt(one, ["metadata", "name"]) === className);
  return {
    pool: own === undefined || own === ANY ? pool.metadata.name : (own[0] ?? pool.metadata.name),
    region: plan.regionOf(),
    capacity: spot && onDemand ? "spot or on demand" : spot ? "spot" : "on demand",
    size: { limits: limitsOf(pool) },
    volumes: volumesOf(nodeClass),
    detailedMonitoring: valueAt(nodeClass, ["spec", "detailedMonitoring"]) === true,
    joinsCluster: true,
    labels,
    taints: karpenterTaints(pool),
    kubelet: settingsIn(mappingAt(pool, KUBELET)),
    subnets: selectedSubnets(nodeClass, plan),
    notes: [],
  };
}

/** The types that a requirement names; undefined where none does, because there are hundreds that others leave. */
function namedTypes(pool: KubeObject): readonly string[] | undefined {
  const lists = demandsIn(pool, ["spec", "template", "spec", "requirements"])
    .filter(({ key, operator }) => key === TYPE_LABEL && operator === "In")
    .map(({ values }) => values);
  const [first, ...more] = lists;
  return first?.filter((type) => more.every((list) => list.includes(type)));
}

function limitsOf(pool: KubeObject): NodeLimits {
  const limit = (name: string) => {
    const text = valueAt(pool, ["spec", "limits", name]);
    return text === undefined ? undefined : Quantity.parse(String(text)).value;
  };
  const memory = limit("memory");
  return { vcpu: limit("cpu"), memoryGib: memory === undefined ? undefined : memory / GIB };
}

function volumesOf(nodeClass: KubeObject | undefined): readonly BlockVolume[] | undefined {
  const devices = listAt(nodeClass, ["spec", "blockDeviceMappings"]);
  return devices.length === 0
    ? undefined
    : devices.map((device) => ({
        sizeGib: Quantity.parse(textAt(device, ["ebs", "volumeSize"]) || "0").value / GIB,
        type: textAt(device, ["ebs", "volumeType"]) || "gp2",
        iops: numberAt(device, ["ebs", "iops"]) || undefined,
        throughputMibPerSecond: numberAt(device, ["ebs", "throughput"]) || undefined,
      }));
}

/** The subnets whose tags a node class asks for, all of one term. A value `*` is any. */
function selectedSubnets(nodeClass: KubeObject | undefined, plan: PlanIndex): NodeSource["subnets"] {
  const terms = listAt(nodeClass, ["spec", "subnetSelectorTerms"]).map((term) =>
    Object.entries(mappingAt(term, ["tags"])),
  );
  return plan.ofType("aws:ec2/subnet:Subnet").filter(({ inputs }) =>
    terms.some((tags) =>
      tags.every(([key, value]) => {
        const found = ifShown(() => valueAt(inputs, ["tags", key]));
        return found !== undefined && (value === "*" || value === found);
      }),
    ),
  );
}
