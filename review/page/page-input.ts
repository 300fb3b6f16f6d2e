import type { KubeObject } from "../../charts/kube-object";
import type { PlannedResource } from "../../policies/resource";
import type { Change, ChangeClass } from "../change";
import type { VerdictShift } from "../policies";
import type { Range } from "../range";

/**
 * What a page shows. All of it is plain data, and all but the name of the stack may be left out: a part that isn't given has no section.
 *
 * - A stack alone (`npm run preview`): `resources` and `objects`, without `compared` and `changes`. Their YAML is listed, one by one.
 * - A review (`npm run review`): `compared` and `changes`, with `resources` and `objects` of the head. The YAML of what changed is shown side by side.
 */
export interface PageInput {
  /** Name of the stack. */
  readonly stack: string;
  /** What is compared, by names that readers know: git references. Left out for a stack alone; figures then have no differences. */
  readonly compared?: { readonly base: string; readonly head: string };
  /** In any order; the page shows the worst first. */
  readonly changes?: readonly ReviewedChange[];
  /** The changes that need somebody's word, given or not. */
  readonly acknowledgements?: readonly AcknowledgementRow[];
  /** What else fails the review, in sentences. */
  readonly failures?: readonly string[];
  /** Resources of the plan, of the head: the architecture is drawn from them. */
  readonly resources?: readonly PlannedResource[];
  /** Objects of the manifests, of the head. */
  readonly objects?: readonly KubeObject[];
  readonly policies?: PolicyPart;
  readonly cost?: readonly CostLine[];
  /** What holds for all amounts, and what they leave out, in sentences. */
  readonly costNotes?: readonly string[];
  readonly capacity?: readonly CapacityRow[];
  readonly facts?: readonly FactRow[];
}

/** A change with both sides of what changed: the inputs of a resource, or the object. */
export interface ReviewedChange extends Change {
  /** Left out of something that is added. */
  readonly before?: unknown;
  /** Left out of something that is removed. */
  readonly after?: unknown;
}

/** A change of something protected that replaces it or loses data. */
export interface AcknowledgementRow {
  /** As `ChangedThing.name`. */
  readonly name: string;
  readonly class: ChangeClass;
  /** Why it needs one, in a sentence. */
  readonly reason: string;
  /** Who said yes, and why; left out while nobody has. */
  readonly given?: { readonly by: string; readonly reason: string };
}

/** What the rules say. */
export interface PolicyPart {
  /** How many of the judgements came out well; they are counted, not listed. */
  readonly passed: number;
  /** Everything else. */
  readonly rows: readonly VerdictRow[];
}

/** A judgement that isn't a pass. */
export interface VerdictRow {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: string;
  readonly outcome: "violation" | "exempt" | "not evaluated";
  /** The resource or object: `apps/Deployment istio-system/istiod`. */
  readonly subject: string;
  /** Where in it; may be empty. */
  readonly path?: string;
  readonly message: string;
  /** Why the rule exists, how to mend it, and where to read on. */
  readonly why?: string;
  readonly remediation?: string;
  readonly link?: string;
  /** Of an exempt one. `until` is the last day, as `2027-06-30`. */
  readonly exemption?: { readonly owner: string; readonly reason: string; readonly until: string };
  /** Of a comparison: what the change does to it. A row of what was there before and still is has none. */
  readonly since?: VerdictShift;
}

/** What one thing costs, in US dollars for a month. */
export interface CostLine {
  /** For readers: `Nodes of worker-general-v5`. */
  readonly what: string;
  /** What it is made of, in a few words: `12 to 40 m6i.4xlarge, on demand`. */
  readonly basis?: string;
  /** Of the base; left out where the line is new, and of a stack alone. */
  readonly before?: Range;
  /** Of the head; left out where the line is gone. */
  readonly after?: Range;
}

/** How full a pool of nodes is, of the head. */
export interface CapacityRow {
  readonly pool: string;
  /** What its nodes are: `m6i.4xlarge`. */
  readonly instanceTypes: readonly string[];
  /** Numbers of nodes. */
  readonly nodes: { readonly minimum: number; readonly typical: number; readonly maximum: number };
  /** Of the typical number of nodes, in cores. */
  readonly cpuCores: Amounts;
  /** Of the typical number of nodes, in bytes. */
  readonly memoryBytes: Amounts;
  /** Of the typical number of nodes. */
  readonly pods?: Amounts;
  /** What was requested before; left out of a pool that is new, and of a stack alone. */
  readonly before?: {
    readonly nodes: { readonly minimum: number; readonly typical: number; readonly maximum: number };
    readonly cpuCores: Amounts;
    readonly memoryBytes: Amounts;
  };
  /** Whatever readers of the figures have to know, in a sentence. */
  readonly note?: string;
}

/** What pods request, and what nodes can give. */
export interface Amounts {
  readonly requested: number;
  readonly allocatable: number;
}

/** A documented fact, read back. */
export interface FactRow {
  readonly id: string;
  readonly statement: string;
  /** Where it is written: `document 001, section 3, line 40`. */
  readonly source: string;
  readonly outcome: "read back" | "decided" | "missing" | "different";
  /** What is wrong with one that is missing or different. */
  readonly message?: string;
  /** Of a comparison: the names of the changes that touch what implements it. */
  readonly touchedBy?: readonly string[];
}
