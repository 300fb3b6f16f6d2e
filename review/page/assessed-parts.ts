import type { Finding } from "../../facts/read-back";
import type { Verdict } from "../../policies/evaluate";
import type { PoolCapacity } from "../capacity/pool-capacity";
import type { CostLine as PricedLine } from "../cost/cost-line";
import type { MonthlyCost } from "../cost/monthly-cost";
import { type FactChange, sourceText } from "../facts";
import type { VerdictChange, VerdictShift } from "../policies";
import type { Range } from "../range";
import { verdictRow } from "../report/verdict-row";
import type { Assessment } from "../review";
import type { CapacityRow, CostLine, FactRow, PageInput, PolicyPart } from "./page-input";

const GIBIBYTE = 2 ** 30;
const MILLI = 1000;

/** What a comparison knows of a page's parts beside the head. */
export interface Compared {
  readonly base: Assessment;
  readonly policies?: readonly VerdictChange[];
  readonly facts?: readonly FactChange[];
}

/** The parts of a page that say something of a stack: policies, cost, capacity, facts. */
export function assessedParts(
  head: Assessment,
  compared?: Compared,
): Pick<PageInput, "policies" | "cost" | "costNotes" | "capacity" | "facts"> {
  const { policies, facts } = head;
  return {
    ...(policies && { policies: policyPart(policies.verdicts, compared?.policies ?? []) }),
    cost: costLines(head.cost.lines, compared?.base.cost.lines),
    costNotes: costNotes(head.cost),
    capacity: head.capacity.pools.map((pool) =>
      capacityRow(
        pool,
        compared?.base.capacity.pools.find((other) => other.pool === pool.pool),
      ),
    ),
    ...(facts && { facts: facts.map((finding) => factRow(finding, compared?.facts ?? [])) }),
  };
}

function policyPart(verdicts: readonly Verdict[], changes: readonly VerdictChange[]): PolicyPart {
  const shifts = new Map(changes.map(({ verdict, kind }): [Verdict, VerdictShift] => [verdict, kind]));
  const fixed = changes.filter(({ kind }) => kind === "fixed").flatMap(({ verdict }) => verdictRow(verdict, "fixed"));
  return {
    passed: verdicts.filter(({ outcome }) => outcome === "pass").length,
    rows: [...verdicts.flatMap((verdict) => verdictRow(verdict, shifts.get(verdict))), ...fixed],
  };
}

/** Lines of both sides by what they are of. Lines of one name, such as two volumes of one template, stand one below the other. */
function costLines(head: readonly PricedLine[], base?: readonly PricedLine[]): readonly CostLine[] {
  const left = [...(base ?? [])];
  const lines = head.map((line) => {
    const at = left.findIndex((other) => keyOf(other) === keyOf(line));
    const [before] = at < 0 ? [] : left.splice(at, 1);
    return { ...named(line), ...(before === undefined ? {} : { before: amounts(before) }), after: amounts(line) };
  });
  return [...lines, ...left.map((line) => ({ ...named(line), before: amounts(line) }))];
}

function costNotes({ assumptions, notPriced }: MonthlyCost): readonly string[] {
  const left = [...new Set(notPriced.map(({ what, reason }) => `${what}: ${reason}`))].sort();
  return [...assumptions, ...left.map((text) => `Left out: ${text}.`)];
}

function keyOf({ resource, what }: PricedLine): string {
  return `${resource}: ${what}`;
}

function named({ resource, what, assumption }: PricedLine): Pick<CostLine, "what" | "basis"> {
  return { what: `${resource}: ${what}`, basis: assumption };
}

function amounts({ minimum, typical, maximum }: PricedLine): Range {
  return { minimum, typical, maximum };
}

function capacityRow(pool: PoolCapacity, before: PoolCapacity | undefined): CapacityRow {
  const notes = [...new Set(pool.sources.flatMap((source) => source.notes))];
  return {
    pool: pool.pool,
    instanceTypes: [...new Set(pool.sources.flatMap(({ sizes }) => sizes.map(({ instanceType }) => instanceType)))],
    nodes: pool.nodes,
    ...filled(pool),
    pods: { requested: pool.asked.pods.typical, allocatable: pool.allocatable.pods.typical },
    ...(before === undefined ? {} : { before: { nodes: before.nodes, ...filled(before) } }),
    ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
  };
}

function filled({ asked, allocatable }: PoolCapacity): Pick<CapacityRow, "cpuCores" | "memoryBytes"> {
  const of = (amount: "cpuMilli" | "memoryGib", unit: number) => ({
    requested: asked[amount].typical * unit,
    allocatable: allocatable[amount].typical * unit,
  });
  return { cpuCores: of("cpuMilli", 1 / MILLI), memoryBytes: of("memoryGib", GIBIBYTE) };
}

function factRow(finding: Finding, changes: readonly FactChange[]): FactRow {
  const { fact, outcome } = finding;
  const change = changes.find((one) => one.fact.id === fact.id);
  return {
    id: fact.id,
    statement: fact.statement,
    source: sourceText(fact),
    outcome,
    ...("message" in finding ? { message: finding.message } : {}),
    ...(change && { touchedBy: change.touchedBy.length > 0 ? change.touchedBy : [change.before] }),
  };
}
