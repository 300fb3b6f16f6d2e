import { listAt, mappingAt, textAt } from "../charts/checks/object-readers";
import type { Mapping } from "./walk";

/** That a label may have any value, which only the node tells. */
export const ANY = "any value";

/** Labels of the nodes of a pool: the values that one of its nodes may have. What isn't listed, none of them has. */
export type NodeLabels = ReadonlyMap<string, readonly string[] | typeof ANY>;

/** One demand on a label of a node. */
export interface Demand {
  readonly key: string;
  /** `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`. */
  readonly operator: string;
  readonly values: readonly string[];
}

/** The demands of a `nodeSelector`. */
export function selectorDemands(selector: Mapping): readonly Demand[] {
  return Object.entries(selector).map(([key, value]) => ({ key, operator: "In", values: [String(value)] }));
}

const TERMS = ["nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"];

/** The terms of a required node affinity, of which one has to hold. Demands on fields of the node are not among them: only DaemonSets have those, and Kubernetes makes them. */
export function affinityTerms(affinity: unknown): readonly (readonly Demand[])[] {
  return listAt(affinity, TERMS).map((term) => demandsIn(term, ["matchExpressions"]));
}

/** The demands of a list, as terms of an affinity and requirements of a NodePool have it. */
export function demandsIn(object: unknown, path: readonly string[]): readonly Demand[] {
  return listAt(object, path).map((demand) => {
    const { key, values } = mappingAt(demand, []);
    return {
      key: String(key),
      operator: textAt(demand, ["operator"]),
      values: Array.isArray(values) ? values.map(String) : [],
    };
  });
}

/** Whether a node of a pool can meet all demands. Several on one label have to be met by one value. */
export function canMeet(labels: NodeLabels, demands: readonly Demand[]): boolean {
  return [...new Set(demands.map(({ key }) => key))].every((key) => {
    const ofKey = demands.filter((demand) => demand.key === key);
    const values = labels.get(key);
    if (values === undefined) return ofKey.every((demand) => meets(undefined, demand));
    if (values === ANY) return ofKey.every(({ operator }) => operator !== "DoesNotExist");
    return values.some((value) => ofKey.every((demand) => meets(value, demand)));
  });
}

/** Whether a label with this value, or without one, meets a demand. Source: Kubernetes, component-helpers, nodeaffinity. */
function meets(value: string | undefined, { operator, values }: Demand): boolean {
  if (operator === "NotIn") return value === undefined || !values.includes(value);
  if (operator === "DoesNotExist") return value === undefined;
  if (value === undefined) return false;
  if (operator === "Gt") return Number(value) > Number(values[0]);
  if (operator === "Lt") return Number(value) < Number(values[0]);
  return operator === "Exists" || values.includes(value);
}

/** Demands for readers: `node.kubernetes.io/pool In [a, b]`. */
export function demandsText(demands: readonly Demand[]): string {
  return demands
    .map(({ key, operator, values }) => `${key} ${operator}${values.length > 0 ? ` [${values.join(", ")}]` : ""}`)
    .join(" and ");
}
