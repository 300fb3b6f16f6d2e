import type { Grounds } from "../../compliance/assess";
import type { Control } from "../../compliance/control";
import type { Verdict } from "../../policies/evaluate";
import type { Rule } from "../../policies/rule";
import { resource } from "../policies/estate-fixture";

const KEY = "aws:kms/key:Key";

/** A rule with what is said of it. */
export const ROTATION: Rule = {
  id: "key-rotation",
  title: "Keys are rotated",
  severity: "medium",
  enforcement: "mandatory",
  why: "A key that leaks stays of use.",
  remediation: "Rotate it.",
  link: "https://example.org/rotation",
  appliesTo: [KEY],
  judge: () => [],
};

/** A control that two stacks claim; of the second one the key is missing. */
export const CONTROL: Control = {
  id: "sc-12",
  title: "Cryptographic Key Establishment and Management",
  statement: "Keys are made, rotated and deleted by the key service of the account.",
  evidence: ["blue", "red"].map((stack) => ({
    stack,
    resources: [{ plan: `${KEY} keys-* > enableKeyRotation`, value: true }],
    rules: ["key-rotation"],
    facts: ["rotation"],
    accepts: [],
  })),
};

const VERDICT: Verdict = { rule: ROTATION, subject: { text: `${KEY} keys-data` }, outcome: "pass" };

/** What a stack has. */
export function grounds(stack: string): Grounds {
  return {
    stack,
    sources: {
      resources: stack === "blue" ? [resource(KEY, "keys-data", { enableKeyRotation: true })] : [],
      manifests: [],
      printed: [],
      decisions: new Set(),
      deviations: new Set(),
    },
    facts: [
      {
        id: "rotation",
        statement: "Keys are rotated every year.",
        source: { document: "000", section: "1", line: 1 },
        plan: `${KEY} keys-data > enableKeyRotation`,
        value: true,
      },
    ],
    verdicts: stack === "blue" ? [VERDICT] : [],
  };
}
