import { awsAccountOf } from "../../../sandbox/aws/aws-account";
import { policyDocument, policyLength } from "../../../sandbox/aws/policy-document";

const ACCOUNT = awsAccountOf({ region: "us-gov-west-1", allowedAccountIds: ["111122223333"] });
const STATEMENT = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws-us-gov:s3:::b/*" };

function problem(
  document: unknown,
  kind: "identity" | "trust" | "resource" = "identity",
  limit = 6144,
): string | undefined {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  return policyDocument(kind, limit)(text, ACCOUNT);
}

const policy = (...statements: object[]) => ({ Version: "2012-10-17", Statement: statements });

test("well-formed policies of each kind pass", () => {
  expect(problem(policy(STATEMENT))).toBe(undefined);
  expect(problem({ Statement: STATEMENT })).toBe(undefined);
  expect(problem(policy({ ...STATEMENT, Action: undefined, NotAction: ["iam:*"] }))).toBe(undefined);
  expect(
    problem(
      policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }),
      "trust",
    ),
  ).toBe(undefined);
  expect(problem(policy({ ...STATEMENT, Principal: "*", Sid: "With space" }), "resource")).toBe(undefined);
});

test.each([
  ["{", "is not JSON"],
  ["[]", "is no JSON object"],
  [policy(), "has no Statement; a policy needs at least one"],
  [
    { Version: "2024-01-01", Statement: [STATEMENT] },
    'has Version "2024-01-01"; allowed are 2012-10-17 and 2008-10-17',
  ],
  [policy({ ...STATEMENT, Effect: "allow" }), 'is malformed: Statement[0] has Effect "allow"'],
  [policy({ ...STATEMENT, Action: undefined }), "has neither Action nor NotAction"],
  [policy({ ...STATEMENT, Action: ["s3.GetObject"] }), 'has the action "s3.GetObject"; write service:Name'],
  [policy({ ...STATEMENT, Resource: undefined }), "has no Resource"],
  [policy({ ...STATEMENT, Principal: "*" }), "has a Principal, which only trust and resource policies take"],
  [policy({ ...STATEMENT, Sid: "With space" }), 'has Sid "With space"; allowed are letters and digits'],
  [policy({ ...STATEMENT, Sid: "A" }, { ...STATEMENT, Sid: "A" }), 'has the Sid "A" twice'],
  [
    policy({ ...STATEMENT, Resource: "arn:aws:s3:::b" }),
    'names "arn:aws:s3:::b", which isn\'t in partition aws-us-gov',
  ],
])("%j is refused", (document, message) => {
  expect(problem(document)).toContain(message);
});

test("trust policies name who, and nothing else", () => {
  expect(problem(policy({ Effect: "Allow", Action: "sts:AssumeRole" }), "trust")).toContain("has no Principal");
  const both = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "*" }, Resource: "*" };
  expect(problem(policy(both), "trust")).toContain("has a Resource, which a trust policy doesn't take");
  const foreign = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: ["arn:aws:iam::1:root"] } };
  expect(problem(policy(foreign), "trust")).toContain("isn't in partition aws-us-gov");
});

test("white space doesn't count towards the limit, everything else does", () => {
  const document = policy(STATEMENT);
  const length = policyLength(JSON.stringify(document, null, 8));
  expect(length).toBe(JSON.stringify(document).length);
  expect(problem(JSON.stringify(document, null, 8), "identity", length)).toBe(undefined);
  expect(problem(document, "identity", length - 1)).toBe(
    `has ${length} characters without white space; allowed are ${length - 1}: join statements or split the policy`,
  );
});
