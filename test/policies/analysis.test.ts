import { type Court, resourceRemarks, stackRemarks } from "../../policies/analysis";
import type { Exemption } from "../../policies/exemptions";
import { problem, resourceRule } from "../../policies/rule";
import { prodPlatform } from "../infra/prod-platform";
import { resource, TODAY } from "./estate-fixture";

const QUEUE = "aws:sqs/queue:Queue";
const words = {
  severity: "high",
  enforcement: "mandatory",
  why: "Because.",
  remediation: "Mend it.",
  link: "https://x",
} as const;

/** Needs nothing but the queue. */
const prompt = resourceRule<{ delaySeconds: number }>(
  { id: "prompt", title: "prompt", ...words },
  {
    types: [QUEUE],
    check: ({ inputs }) => (inputs.delaySeconds === 0 ? [] : [problem("delaySeconds", `is ${inputs.delaySeconds}`)]),
  },
);

/** Needs the others, too. */
const only = resourceRule<object>(
  { id: "only", title: "only", ...words },
  {
    types: [QUEUE],
    check: (_queue, estate) => (estate.ofType(QUEUE).length === 1 ? [] : [problem("", "is not the only one")]),
  },
);

function court(exemptions: readonly Exemption[] = []): Court {
  return { rules: [prompt, only], exemptions, platform: prodPlatform(), today: TODAY };
}

const slow = resource(QUEUE, "slow", { delaySeconds: 9 });
const later = resource(QUEUE, "later", { delaySeconds: "[unknown]" });
const hidden = resource(QUEUE, "hidden", { delaySeconds: "[secret]" });
const shown = (remarks: ReturnType<typeof stackRemarks>) =>
  remarks.map(({ policy, enforcement, urn, message }) => [policy, enforcement, urn, message.split("\n")[0]]);

describe("the remarks on a stack", () => {
  it("say each violation at its resource, with the way out", () => {
    const [first] = stackRemarks([slow], court());
    expect(first).toEqual({
      policy: "prompt",
      severity: "high",
      enforcement: "mandatory",
      description: "Because.",
      message: `${QUEUE} slow: delaySeconds: is 9\nMend: Mend it.\nhttps://x`,
      urn: slow.urn,
    });
  });

  it("tell what could not be judged, secrets among it, and never a secret", () => {
    const remarks = stackRemarks([later, hidden], { ...court(), rules: [prompt] });
    expect(shown(remarks)).toEqual([["not-evaluated", "advisory", undefined, "1 rules could not be judged in full:"]]);
    expect(remarks[0]?.message).toContain(`prompt: ${QUEUE} later, ${QUEUE} hidden`);
  });

  it("say nothing of what is exempt, and tell of an exemption that ends soon or isn't needed", () => {
    const exemption = {
      rule: "prompt",
      stack: "prod",
      object: `${QUEUE} slow`,
      owner: "o",
      reason: "r",
      until: "2027-06-30",
    };
    expect(shown(stackRemarks([slow], court([exemption])))).toEqual([]);
    expect(shown(stackRemarks([slow], court([{ ...exemption, until: "2026-12-01" }])))).toMatchObject([
      ["exemptions-in-force", "advisory", undefined, expect.stringContaining("ends in 10 days")],
    ]);
    const fast = resource(QUEUE, "slow", { delaySeconds: 0 });
    expect(shown(stackRemarks([fast], court([exemption])))).toMatchObject([
      ["exemptions-in-force", "mandatory", undefined, expect.stringContaining("lets nothing through")],
    ]);
  });

  it("find the resource of a Kubernetes object, and of a part of one", () => {
    const object = { apiVersion: "v1", kind: "Service", metadata: { name: "s", namespace: "n" } };
    const service = resource("kubernetes:core/v1:Service", "charts-s", object);
    const rule = {
      ...prompt,
      judge: () => [
        { subject: { text: "Service n/s" }, outcome: "violation" as const, path: "", message: "m" },
        { subject: { text: "Service n/s port http" }, outcome: "violation" as const, path: "", message: "m" },
      ],
    };
    const remarks = stackRemarks([service], { ...court(), rules: [rule] });
    expect(remarks.map(({ urn }) => urn)).toEqual([service.urn, service.urn]);
  });
});

describe("the remarks on one resource that is about to be made", () => {
  it("are those of rules that need nothing else", () => {
    expect([prompt.alone, only.alone]).toEqual([true, false]);
    expect(shown(resourceRemarks(slow, court()))).toMatchObject([["prompt", "mandatory", slow.urn, expect.anything()]]);
    expect(resourceRemarks(resource(QUEUE, "fast", { delaySeconds: 0 }), court())).toEqual([]);
  });

  it("leave out what is exempt, and complain of no exemption of another resource", () => {
    const exemption = {
      rule: "prompt",
      stack: "prod",
      object: `${QUEUE} slow`,
      owner: "o",
      reason: "r",
      until: "2027-06-30",
    };
    expect(resourceRemarks(slow, court([exemption]))).toEqual([]);
    expect(resourceRemarks(resource("aws:kms/key:Key", "k", {}), court([exemption]))).toEqual([]);
  });
});
