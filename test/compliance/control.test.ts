import { committedControls } from "../../compliance/committed-controls";
import { ControlError, readControls } from "../../compliance/control";

const KNOWN = { rules: ["key-rotation", "tls-only"], facts: ["log-days"], stacks: ["blue"] };

const RESOURCE = { plan: "aws:kms/key:Key * > enableKeyRotation", value: true };
const ACCEPTED = { rule: "tls-only", object: "/Service a/b", reason: "It speaks to nobody outside of its node." };
const EVIDENCE = {
  stack: "blue",
  resources: [RESOURCE],
  rules: ["key-rotation", "tls-only"],
  facts: ["log-days"],
  accepts: [ACCEPTED],
};
const ROW = {
  id: "sc-12",
  title: "Cryptographic Key Establishment and Management",
  statement: "Keys are made, rotated and deleted by the key service of the account.",
  evidence: [EVIDENCE],
};

const withEvidence = (change: object) => [{ ...ROW, evidence: [{ ...EVIDENCE, ...change }] }];
const withResource = (resource: object) => withEvidence({ resources: [resource] });

function refusal(controls: readonly object[]): string {
  try {
    readControls({ controls }, KNOWN);
  } catch (error) {
    expect(error).toBeInstanceOf(ControlError);
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}

describe("the table of controls", () => {
  it("is read", () => {
    expect(readControls({ controls: [ROW] }, KNOWN)).toEqual([ROW]);
  });

  it("needs neither facts nor accepted exemptions", () => {
    const { facts: _, accepts: __, ...least } = EVIDENCE;
    const read = readControls({ controls: [{ ...ROW, evidence: [least] }] }, KNOWN);
    expect(read[0]?.evidence[0]).toEqual({ ...EVIDENCE, facts: [], accepts: [] });
  });

  it.each<[string, readonly object[], string]>([
    ["an id that isn't the catalogue's", [{ ...ROW, id: "SC-12" }], "SC-12 id: a control of NIST SP 800-53"],
    ["an enhancement in brackets", [{ ...ROW, id: "sc-28(1)" }], "sc-28(1) id: a control of NIST SP 800-53"],
    ["no statement worth the name", [{ ...ROW, statement: "Yes." }], "sc-12 statement: "],
    ["no evidence", [{ ...ROW, evidence: [] }], "sc-12 evidence: "],
    ["no resource", withEvidence({ resources: [] }), "sc-12 evidence 0 resources: "],
    ["no rule", withEvidence({ rules: [] }), "sc-12 evidence 0 rules: "],
    ["a place in both", withResource({ ...RESOURCE, manifest: "Namespace a" }), "one of plan and manifest"],
    ["a place in neither", withResource({}), "one of plan and manifest"],
    ["a selector without a value", withResource({ plan: RESOURCE.plan }), "a selector and the value that is there"],
    ["a value without a selector", withResource({ plan: "x y", value: 1 }), "a selector and the value that is there"],
    ["a selector that is none", withResource({ plan: "x y > a..b", value: 1 }), '"..b" of "a..b" is no key'],
    ["a placeholder", withResource({ plan: "x y > a", value: "[unknown]" }), "a placeholder shows nothing"],
    ["a field of another name", [{ ...ROW, note: "x" }], "note"],
    ["an acceptance without a reason", withEvidence({ accepts: [{ ...ACCEPTED, reason: "" }] }), "accepts 0 reason: "],
    ["an unknown stack", withEvidence({ stack: "red" }), 'sc-12 red: there is no stack "red"; there is blue'],
    ["an unknown rule", withEvidence({ rules: ["tls-only", "x"] }), 'sc-12 blue: there is no rule "x"'],
    ["an unknown fact", withEvidence({ facts: ["x"] }), 'sc-12 blue: there is no fact "x"'],
    [
      "an acceptance of another rule",
      withEvidence({ rules: ["key-rotation"] }),
      'sc-12 blue: accepts an exemption from "tls-only", which isn\'t among its rules',
    ],
    ["a rule twice", withEvidence({ rules: ["tls-only", "tls-only"] }), "sc-12 blue: names tls-only twice"],
    ["a control twice", [ROW, ROW], "sc-12: a second row of it"],
    ["a stack twice", [{ ...ROW, evidence: [EVIDENCE, EVIDENCE] }], "sc-12: a second evidence of stack blue"],
    ["nothing in it", [], "controls: "],
  ])("is refused with %s", (_what, controls, message) => {
    expect(refusal(controls)).toContain(message);
  });

  it("is refused with everything that is wrong at once", () => {
    expect(refusal([...withEvidence({ rules: ["x", "tls-only"], facts: ["y"] })])).toBe(
      [
        "docs/controls.yaml can't be used:",
        '  sc-12 blue: there is no rule "x"; npm run policy -- --list has them',
        '  sc-12 blue: there is no fact "y"; docs/facts.yaml has them',
      ].join("\n"),
    );
  });
});

test("docs/controls.yaml can be used", () => {
  expect(committedControls().length).toBeGreaterThan(20);
});
