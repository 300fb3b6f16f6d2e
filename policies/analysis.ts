import { referenceOf, referenceText } from "../charts/kube-object";
import type { Platform } from "../config/platform";
import { Estate } from "./estate";
import { estateOfPlan, objectsIn } from "./estate-of-plan";
import { type Evaluation, evaluate, unevaluatedByRule, type Verdict } from "./evaluate";
import type { Exemption } from "./exemptions";
import { wayOut, whatIsWrong } from "./report";
import type { PlannedResource } from "./resource";
import type { Enforcement, Rule, Severity } from "./rule";

/** Something that the engine is told about a resource, or about the stack. */
export interface Remark {
  /** Name of the policy that it belongs to: a rule's id, or one of {@link OWN_POLICIES}. */
  readonly policy: string;
  readonly severity: Severity;
  readonly enforcement: Enforcement;
  /** Why it matters. */
  readonly description: string;
  readonly message: string;
  /** The resource; left out for what is about the stack. */
  readonly urn?: string;
}

/** Policies beside the rules: about the exemptions, and about what could not be judged. */
export const OWN_POLICIES = {
  "exemptions-in-force": "An exemption that nobody needs any more would let the next violation through unseen.",
  "not-evaluated":
    "What rules need to know only the cloud will tell: an update judges it before it makes the resource.",
} as const;

/** With what the engine's resources are judged. */
export interface Court {
  readonly rules: readonly Rule[];
  readonly exemptions: readonly Exemption[];
  readonly platform: Platform;
  readonly today: Date;
}

/** What the rules say of a whole stack. */
export function stackRemarks(resources: readonly PlannedResource[], court: Court): readonly Remark[] {
  const estate = estateOfPlan(court.platform, resources, [], court.today);
  const evaluation = evaluate(estate, court);
  const urns = urnsBySubject(resources);
  return [
    ...evaluation.verdicts.flatMap((verdict) => violation(verdict, verdict.subject.urn ?? urns(verdict.subject.text))),
    ...exemptionRemarks(evaluation),
    ...unevaluated(evaluation),
  ];
}

/**
 * What the rules say of one resource that is about to be made or changed. Only those that need nothing beside it can: the rest has judged the preview, and judges again at the end. What
 * a preview doesn't know yet, such as the trust in an identity provider that doesn't exist, is known now.
 */
export function resourceRemarks(resource: PlannedResource, court: Court): readonly Remark[] {
  const estate = new Estate({ resources: [resource], platform: court.platform, today: court.today });
  const rules = court.rules.filter(({ alone }) => alone);
  const { verdicts } = evaluate(estate, { ...court, rules });
  return verdicts.flatMap((verdict) => violation(verdict, resource.urn));
}

function violation(verdict: Verdict, urn: string | undefined): readonly Remark[] {
  if (verdict.outcome !== "violation") return [];
  const { rule, subject } = verdict;
  return [
    {
      policy: rule.id,
      severity: rule.severity,
      enforcement: rule.enforcement,
      description: rule.why,
      message: [`${subject.text}: ${whatIsWrong(verdict)}`, ...wayOut(rule)].join("\n"),
      ...(urn === undefined ? {} : { urn }),
    },
  ];
}

function exemptionRemarks({ exemptions }: Evaluation): readonly Remark[] {
  const policy = "exemptions-in-force";
  return exemptions.map(({ kind, message }) => ({
    policy,
    severity: "medium",
    enforcement: kind === "ending" ? "advisory" : "mandatory",
    description: OWN_POLICIES[policy],
    message,
  }));
}

/** One remark for all that could not be judged. */
function unevaluated({ verdicts }: Evaluation): readonly Remark[] {
  const byRule = unevaluatedByRule(verdicts);
  if (byRule.size === 0) return [];
  const policy = "not-evaluated";
  const lines = [...byRule].map(([rule, subjects]) => `${rule}: ${[...subjects].join(", ")}`);
  const message = `${byRule.size} rules could not be judged in full:\n${lines.join("\n")}`;
  return [{ policy, severity: "low", enforcement: "advisory", description: OWN_POLICIES[policy], message }];
}

/** The resource that registers an object, by the object's reference. */
function urnsBySubject(resources: readonly PlannedResource[]): (text: string) => string | undefined {
  const urns = new Map<string, string>();
  for (const resource of resources) {
    for (const object of objectsIn(resource)) urns.set(referenceText(referenceOf(object)), resource.urn);
  }
  // A part of an object, such as a listener, is named after it.
  return (text) => urns.get(text) ?? urns.get(text.split(" ").slice(0, 2).join(" "));
}
