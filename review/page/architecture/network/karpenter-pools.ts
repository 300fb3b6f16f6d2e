import { listAt, mappingAt, textAt } from "../../../../charts/checks/object-readers";
import { type KubeObject, referenceOf, referenceText, valueAt } from "../../../../charts/kube-object";
import { type ChangedThings, changeOf } from "../changed-things";
import type { PlanIndex } from "../plan-index";
import type { Pool } from "./network";
import { SUBNET } from "./subnet-groups";

const CAPACITY_TYPE = "karpenter.sh/capacity-type";
const INSTANCE_TYPE = "node.kubernetes.io/instance-type";

/** Karpenter's NodePools, in the subnets that their node classes find by tags. */
export function karpenterPools(
  objects: readonly KubeObject[],
  plan: PlanIndex,
  changed: ChangedThings,
): readonly Pool[] {
  const pools = objects.filter((object) => object.kind === "NodePool" && referenceOf(object).group === "karpenter.sh");
  return pools.map((pool) => {
    const className = textAt(pool, ["spec", "template", "spec", "nodeClassRef", "name"]);
    const nodeClass = objects.find(({ kind, metadata }) => kind === "EC2NodeClass" && metadata.name === className);
    const things = [pool, ...(nodeClass === undefined ? [] : [nodeClass])];
    return {
      name: pool.metadata.name,
      detail: ["Karpenter", kindsText(pool), limitText(pool)].filter(Boolean).join(" · "),
      subnets: new Set(nodeClass === undefined ? [] : subnetsOf(nodeClass, plan)),
      ...changeOf(
        things.map((thing) => referenceText(referenceOf(thing))),
        changed,
      ),
    };
  });
}

/** `c6i, m6i, on demand or spot`: families, because there may be dozens of types. */
function kindsText(pool: KubeObject): string {
  const families = [...new Set(valuesOf(pool, INSTANCE_TYPE).map((type) => type.split(".")[0] ?? type))].sort();
  const capacity = valuesOf(pool, CAPACITY_TYPE).map((type) => type.replace("-", " "));
  return [families.join(", "), capacity.join(" or ")].filter(Boolean).join(" · ");
}

/** What the requirements of a pool allow for a label. */
function valuesOf(pool: KubeObject, key: string): readonly string[] {
  const requirements = listAt(pool, ["spec", "template", "spec", "requirements"]);
  const found = requirements.find((one) => valueAt(one, ["key"]) === key && valueAt(one, ["operator"]) === "In");
  return listAt(found, ["values"]).map(String);
}

function limitText(pool: KubeObject): string {
  const { cpu, memory } = mappingAt(pool, ["spec", "limits"]);
  const limits = [cpu === undefined ? "" : `${String(cpu)} cores`, memory === undefined ? "" : String(memory)];
  return limits.some(Boolean) ? `up to ${limits.filter(Boolean).join(", ")}` : "";
}

/** Each selector term finds the subnets that have all of its tags; `*` is any value. Source: Karpenter 0.37, NodeClasses, spec.subnetSelectorTerms. */
function subnetsOf(nodeClass: KubeObject, plan: PlanIndex): readonly string[] {
  const terms = listAt(nodeClass, ["spec", "subnetSelectorTerms"]).map((term) =>
    Object.entries(mappingAt(term, ["tags"])),
  );
  return plan
    .ofType(SUBNET)
    .filter(({ inputs }) => {
      const tags = mappingAt(inputs, ["tags"]);
      return terms.some(
        (wanted) =>
          wanted.length > 0 && wanted.every(([key, value]) => (value === "*" ? key in tags : tags[key] === value)),
      );
    })
    .map(({ urn }) => urn);
}
