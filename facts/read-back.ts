import { isDeepStrictEqual } from "node:util";
import { type KubeObject, referenceOf, referenceText } from "../charts/kube-object";
import type { PlannedResource } from "../policies/resource";
import type { Fact } from "./fact";
import { parseSelector, SelectorError, select } from "./selector";

/** What facts are read back from. */
export interface Sources {
  readonly resources: readonly PlannedResource[];
  readonly manifests: readonly KubeObject[];
  /** The printed manifests in their documented form. */
  readonly printed: readonly KubeObject[];
  /** Ids of the decisions. */
  readonly decisions: ReadonlySet<string>;
  /** Ids of the ledger's entries. */
  readonly deviations: ReadonlySet<string>;
}

/** What became of a fact. */
export type Finding = { readonly fact: Fact } & (
  | { readonly outcome: "read back" }
  | { readonly outcome: "decided" }
  | { readonly outcome: "missing" | "different"; readonly message: string }
);

/** Reads one fact back. */
export function readBack(fact: Fact, sources: Sources): Finding {
  if (fact.decision !== undefined && !sources.decisions.has(fact.decision)) {
    return { fact, outcome: "missing", message: `there is no decision ${fact.decision}` };
  }
  if (fact.deviation !== undefined && !sources.deviations.has(fact.deviation)) {
    return { fact, outcome: "missing", message: `the ledger has no deviation ${fact.deviation}` };
  }
  const target = fact.plan ?? fact.manifest ?? fact.printed;
  if (target === undefined) return { fact, outcome: "decided" };
  try {
    const found = valueAtPlace(fact, target, sources);
    if (found === undefined) return { fact, outcome: "missing", message: `nothing is at ${target}` };
    if (isDeepStrictEqual(found, fact.value)) {
      return { fact, outcome: fact.decision === undefined && fact.deviation === undefined ? "read back" : "decided" };
    }
    const message = `${target} is ${JSON.stringify(found)}, not ${JSON.stringify(fact.value)}`;
    return { fact, outcome: "different", message };
  } catch (error) {
    if (error instanceof SelectorError) return { fact, outcome: "missing", message: error.message };
    throw error;
  }
}

function valueAtPlace(fact: Fact, target: string, sources: Sources): unknown {
  const end = target.indexOf(" > ");
  if (end < 0) throw new SelectorError(`"${target}" has to be a place, " > " and a selector`);
  const place = target.slice(0, end);
  const selector = parseSelector(target.slice(end + " > ".length));
  const candidates =
    fact.plan === undefined
      ? (fact.manifest === undefined ? sources.printed : sources.manifests).map(
          (object) => [referenceText(referenceOf(object)), object] as const,
        )
      : sources.resources.map((resource) => [`${resource.type} ${resource.name}`, resource.inputs] as const);
  const [first, ...more] = candidates.filter(([name]) => matchesPlace(name, place)).map(([, value]) => value);
  if (first === undefined) return undefined;
  if (!place.includes("*")) {
    if (more.length > 0) throw new SelectorError(`${place} names ${more.length + 1} of them; a list needs a * in it`);
    return select(first, selector);
  }
  // `count` and its like are about the places that match, not about what each holds.
  const last = selector.at(-1);
  const overall = ["count", "sorted", "unique"].includes(last?.text.trim() ?? "");
  const values = [first, ...more].map((value) => select(value, overall ? selector.slice(0, -1) : selector));
  const list = values.filter((value) => value !== undefined);
  return overall && last !== undefined ? last.read(list) : list;
}

/** Whether a name is the place that a target names; `*` stands for anything. */
export function matchesPlace(name: string, pattern: string): boolean {
  if (!pattern.includes("*")) return name === pattern;
  const expression = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${expression.join(".*")}$`).test(name);
}
