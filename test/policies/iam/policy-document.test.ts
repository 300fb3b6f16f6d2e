import { MalformedPolicy, statementsOf } from "../../../policies/iam/policy-document";
import { policyText, statementProblems } from "../../../policies/iam/statement-problems";

const NOTHING = {
  principals: [],
  notPrincipals: [],
  actions: [],
  notActions: [],
  resources: [],
  notResources: [],
  conditions: [],
};

test("single texts and lists read the same", () => {
  const one = { Effect: "Allow", Action: "s3:GetObject", Resource: "*", Principal: { AWS: "1", Service: "2" } };
  const lists = { ...one, Action: ["s3:GetObject"], Resource: ["*"], Principal: { AWS: ["1"], Service: ["2"] } };
  const expected = { ...NOTHING, effect: "Allow", actions: ["s3:GetObject"], resources: ["*"], principals: ["1", "2"] };
  expect(statementsOf(JSON.stringify({ Statement: one }))).toEqual([expected]);
  expect(statementsOf(JSON.stringify({ Statement: [lists] }))).toEqual([expected]);
});

test("every element is read", () => {
  const statement = {
    Sid: "Rest",
    Effect: "Deny",
    NotPrincipal: "*",
    NotAction: ["a:B"],
    NotResource: "r",
    Condition: {
      StringEquals: { "aws:SourceAccount": "1", "aws:RequestedRegion": ["x", "y"] },
      Bool: { "aws:SecureTransport": false },
    },
  };
  expect(statementsOf(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }))).toEqual([
    {
      ...NOTHING,
      sid: "Rest",
      effect: "Deny",
      notPrincipals: ["*"],
      notActions: ["a:B"],
      notResources: ["r"],
      conditions: [
        { operator: "StringEquals", key: "aws:SourceAccount", values: ["1"] },
        { operator: "StringEquals", key: "aws:RequestedRegion", values: ["x", "y"] },
        { operator: "Bool", key: "aws:SecureTransport", values: ["false"] },
      ],
    },
  ]);
});

describe("a text that is no policy", () => {
  const cases = [
    ["{", "is no JSON; a policy is an object with Version and Statement"],
    ["[]", "is no object; a policy is one, with Version and Statement"],
    ["{}", "has no Statement; a policy has at least one"],
    ['{"Statement":["x"]}', "Statement 1 is no object"],
    ['{"Statement":[{"Effect":"allow"}]}', 'Effect of statement 1 is "allow"; it is Allow or Deny'],
  ] as const;

  test.each(cases)("%s is refused", (text, message) => {
    expect(() => statementsOf(text)).toThrow(new MalformedPolicy(message));
  });

  test.each(cases)("%s is a problem, not a crash", (text, message) => {
    expect(statementProblems({ path: "policy", text }, () => [])).toEqual([{ path: "policy", message }]);
  });
});

test("a problem names its statement, by position where it has no name", () => {
  const text = JSON.stringify({ Statement: [{ Effect: "Allow" }, { Sid: "B", Effect: "Deny" }] });
  expect(statementProblems({ path: "policy", text }, ({ effect }) => [`says ${effect}`])).toEqual([
    { path: "policy", message: "statement 1 says Allow" },
    { path: "policy", message: "B says Deny" },
  ]);
});

test("a policy may be an object, of which the provider makes JSON", () => {
  expect(policyText("policy", { Statement: [] })).toEqual({ path: "policy", text: '{"Statement":[]}' });
  expect(policyText("policy", undefined)).toEqual({ path: "policy", text: "" });
});
