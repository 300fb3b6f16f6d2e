import { resolve } from "node:path";
import {
  PolicyPack,
  type PolicyResource,
  type ResourceValidationPolicy,
  type StackValidationPolicy,
} from "@pulumi/policy";
import { platformFromPulumi } from "../config/from-pulumi";
import { loadStackFile } from "../config/load";
import type { Platform } from "../config/platform";
import { UNKNOWN } from "../sandbox/engine/shown-values";
import type { Estate } from "./estate";
import { estateOfPlan } from "./estate-of-plan";
import { type Evaluation, evaluate, type Verdict } from "./evaluate";
import { committedExemptions } from "./exemption-file";
import { RULES } from "./index";
import type { PlannedResource } from "./resource";

/** Name of the policy about the exemptions themselves. */
const EXEMPTIONS = "exemptions-in-force";

/**
 * The inputs of each resource, by its URN, as the engine tells them to policies about single resources. What it tells to policies about the stack is what came out: nothing at all for the
 * objects of a cluster that isn't there yet, because their provider can't be asked.
 */
const inputsOf = new Map<string, unknown>();

/** Objects to nothing: it takes down what the rules judge. */
const noteInputs: ResourceValidationPolicy = {
  name: "inputs-noted",
  description: "Takes down what each resource is given, for the rules that judge the whole.",
  enforcementLevel: "advisory",
  validateResource: ({ urn, props }) => {
    inputsOf.set(urn, known(props));
  },
};

/**
 * The pack: a policy for each rule, and one for the exemptions. All of them judge the stack as a whole, at the end of a preview, because half of the rules are about how resources
 * go together. `pulumi up` previews first and stops there.
 */
function policyPack(): PolicyPack {
  const judged = judgedOnce();
  const ofRules = RULES.map((rule, index): StackValidationPolicy => {
    const { title, why, remediation, link, enforcement, severity } = rule;
    return {
      name: rule.id,
      displayName: title,
      description: why,
      enforcementLevel: enforcement,
      severity,
      remediationSteps: remediation,
      url: link,
      validateStack: ({ resources }, report) => {
        for (const verdict of judged(index, resources).verdicts) {
          if (verdict.rule === rule && verdict.outcome === "violation")
            report(textOf(verdict), urnOf(verdict, resources));
        }
      },
    };
  });
  return new PolicyPack("vantage", { policies: [noteInputs, ...ofRules, exemptionPolicy(RULES.length, judged)] });
}

type JudgedOnce = (index: number, resources: readonly PolicyResource[]) => Evaluation;

/**
 * The evaluation that all policies of one analysis share. The library calls them one after the other, in their order, and says nothing of where an analysis begins: it does where
 * the order does.
 */
function judgedOnce(): JudgedOnce {
  let last = Number.POSITIVE_INFINITY;
  let evaluation: Evaluation | undefined;
  return (index, resources) => {
    if (evaluation === undefined || index <= last) {
      const exemptions = committedExemptions(RULES.map(({ id }) => id));
      evaluation = evaluate(estateOf(resources), { rules: RULES, exemptions });
    }
    last = index;
    return evaluation;
  };
}

function exemptionPolicy(index: number, judged: JudgedOnce): StackValidationPolicy {
  return {
    name: EXEMPTIONS,
    displayName: "Every exemption is needed and has not ended",
    description: "An exemption that nobody needs any more would let the next violation through unseen.",
    enforcementLevel: "mandatory",
    severity: "medium",
    remediationSteps: "Change policies/exemptions.yaml as the message says.",
    validateStack: ({ resources }, report) => {
      for (const { kind, message } of judged(index, resources).exemptions) if (kind !== "ending") report(message);
    },
  };
}

/** The library puts the policy's description, which is the rule's why, before it. */
function textOf({ subject, path, message, rule }: Verdict & { readonly outcome: "violation" }): string {
  return [`${subject.text}: ${path}: ${message}`, `Mend: ${rule.remediation}`, rule.link].join("\n");
}

/** The resource of the plan that a verdict is about: itself, or the one that is its object. */
function urnOf({ subject }: Verdict, resources: readonly PolicyResource[]): string | undefined {
  if (subject.urn !== undefined) return subject.urn;
  const [kind = "", place = ""] = subject.text.split(" ");
  const [group, name] = [kind.split("/").at(-1), place.split("/").at(-1)];
  return resources.find(({ type, props }) => {
    if (!type.startsWith("kubernetes:") || !type.endsWith(`:${group}`)) return false;
    const { name: own, namespace } = (props.metadata ?? {}) as { readonly name?: string; readonly namespace?: string };
    return own === name && (namespace === undefined ? place : `${namespace}/${name}`) === place;
  })?.urn;
}

function estateOf(resources: readonly PolicyResource[]): Estate {
  const planned = resources.map(plannedOf);
  const [root] = planned;
  if (root === undefined) throw new Error("The engine asked about a stack without resources.");
  const platform = platformOf(root.urn.split(":")[2] ?? "");
  return estateOfPlan(platform, planned, [], new Date());
}

/** The configuration: what the engine hands to a pack, or the stack's file where it hands over none (its Node.js host doesn't). */
function platformOf(stack: string): Platform {
  return process.env.PULUMI_CONFIG === undefined
    ? loadStackFile(resolve(__dirname, "..", `Pulumi.${stack}.yaml`))
    : platformFromPulumi();
}

function plannedOf({ urn, type, name, props, opts, parent, provider, dependencies }: PolicyResource): PlannedResource {
  return {
    urn,
    type,
    name,
    parent: parent?.urn ?? null,
    provider: provider?.urn ?? null,
    inputs: (inputsOf.get(urn) ?? known(props)) as PlannedResource["inputs"],
    dependencies: dependencies.map((dependency) => dependency.urn),
    protect: opts.protect,
    // Only what a provider makes has one.
    custom: provider !== undefined,
  };
}

/** The same values as a plan shows them: the library's values throw where one is unknown. */
function known(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const read = (key: string | number): unknown => {
    try {
      return known((value as Readonly<Record<string | number, unknown>>)[key]);
    } catch (error) {
      if ((error as Error).constructor.name === "UnknownValueError") return UNKNOWN;
      throw error;
    }
  };
  return Array.isArray(value)
    ? Array.from({ length: value.length }, (_, index) => read(index))
    : Object.fromEntries(Object.keys(value).map((key) => [key, read(key)]));
}

policyPack();
