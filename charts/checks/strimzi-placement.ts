import { dataPools } from "../../config/derived/data-pools";
import { POOL_LABEL } from "../../config/reference/node-labels";
import type { ManifestCheck } from "./check";
import { finding, listAt, mappingAt, textAt } from "./object-readers";
import { strimziComponents } from "./strimzi-components";

const TERMS = ["nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"];

/** Judges the required node affinity of everything that Strimzi runs beside brokers and controllers. */
export const strimziPlacement: ManifestCheck = {
  title: "Operators, tools and workers that Strimzi runs stay off the nodes whose disks hold data",
  severity: "medium",
  why: "Those nodes have no taint: a pod that needs no disk of theirs takes memory from the page cache of a broker that does.",
  remediation: "Exclude the pools whose disks hold data in a required node affinity of the component's template.pod.",
  source: "compatibility page, S19; strimzi-kafka-operator 0.42.0, PodTemplate (affinity)",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#proc-configuring-node-affinity-str",
  find: ({ objects, platform }) =>
    strimziComponents(objects).flatMap(({ object, name, path }) => {
      const at = [...path, "template", "pod", "affinity"];
      const terms = listAt(mappingAt(object, at), TERMS);
      const allowed = dataPools(platform).filter((pool) => !isExcluded(pool, terms));
      return allowed.length === 0
        ? []
        : [finding(object, at, `${name}'s pods may be on ${allowed.join(", ")}, whose disks hold data`)];
    }),
};

/** Whether every one of the alternatives keeps pods off a pool; without any, nothing does. */
function isExcluded(pool: string, terms: readonly unknown[]): boolean {
  return (
    terms.length > 0 && terms.every((term) => listAt(term, ["matchExpressions"]).some((one) => excludes(one, pool)))
  );
}

function excludes(expression: unknown, pool: string): boolean {
  if (textAt(expression, ["key"]) !== POOL_LABEL) return false;
  const named = listAt(expression, ["values"]).includes(pool);
  const operator = textAt(expression, ["operator"]);
  return operator === "NotIn" ? named : operator === "In" && !named;
}
