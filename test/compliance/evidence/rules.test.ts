import { rulePiece } from "../../../compliance/evidence/rules";
import type { Verdict } from "../../../policies/evaluate";
import type { Rule } from "../../../policies/rule";

const RULE = { id: "tls-only" } as Rule;
const OTHER = { id: "other" } as Rule;

const subject = (text: string) => ({ subject: { text } });
const pass = (text: string, rule = RULE): Verdict => ({ rule, ...subject(text), outcome: "pass" });
const violation = (text: string): Verdict => ({
  rule: RULE,
  ...subject(text),
  outcome: "violation",
  path: "policy",
  message: "lets plain HTTP in",
});
const exempt = (text: string): Verdict => ({
  ...(violation(text) as Verdict & { outcome: "violation" }),
  outcome: "exempt",
  exemption: { rule: "tls-only", stack: "blue", object: text, owner: "a", reason: "b", until: "2027-06-30" },
});
const unknown = (text: string): Verdict => ({
  rule: RULE,
  ...subject(text),
  outcome: "not evaluated",
  message: "policy is unknown",
});
const accepts = (object: string, rule = "tls-only") => [{ rule, object, reason: "It is empty and stays so." }];

describe("a rule", () => {
  it("shows what passed it", () => {
    expect(rulePiece("tls-only", [pass("a"), pass("b"), pass("c", OTHER)], [])).toEqual({
      outcome: "shown",
      subjects: ["a", "b"],
      says: "passed by 2",
    });
  });

  it("shows what passed it beside an exemption that is accepted by name", () => {
    expect(rulePiece("tls-only", [pass("a"), exempt("b"), exempt("b")], accepts("b"))).toEqual({
      outcome: "shown",
      subjects: ["a"],
      says: "passed by 1, accepted exemptions 1",
    });
  });

  it.each<[string, readonly Verdict[], ReturnType<typeof accepts>, string]>([
    ["it judged nothing", [pass("c", OTHER)], [], "judged nothing of this stack"],
    ["it is violated", [pass("a"), violation("b")], [], "violated by b: policy: lets plain HTTP in"],
    [
      "it could not be judged",
      ["b", "c", "d", "e", "f"].map(unknown),
      [],
      "could not be judged before an update: b, c, d, and 2 more",
    ],
    ["something is exempt", [pass("a"), exempt("b")], [], "exempt is b"],
    ["something else is accepted", [pass("a"), exempt("b"), exempt("c")], accepts("b"), "exempt is c"],
    ["another rule's exemption is accepted", [pass("a"), exempt("b")], accepts("b", "other"), "exempt is b"],
    [
      "an exemption is accepted that has ended",
      [pass("a")],
      accepts("b"),
      "an exemption is accepted that there isn't: b",
    ],
    ["nothing else passed", [exempt("b")], accepts("b"), "nothing passes it but what is exempt: b"],
  ])("shows nothing where %s", (_what, verdicts, accepted, message) => {
    expect(rulePiece("tls-only", verdicts, accepted)).toEqual({ outcome: "missing", message });
  });
});
