import { fitsPattern, trustedServiceAccounts } from "../../policies/trust";

const policy = (condition: object, more: object = {}) =>
  JSON.stringify({
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: "a" },
        Condition: condition,
        ...more,
      },
    ],
  });

test.each([
  ["one account", { StringEquals: { "x:sub": "system:serviceaccount:a:b" } }, ["a:b"]],
  [
    "several",
    { StringEquals: { "x:sub": ["system:serviceaccount:a:b", "system:serviceaccount:a:c"] } },
    ["a:b", "a:c"],
  ],
  ["a pattern", { StringLike: { "x:sub": "system:serviceaccount:a:*" } }, ["a:*"]],
  ["an account by exclusion, which names none", { StringNotEquals: { "x:sub": "system:serviceaccount:a:b" } }, []],
  ["somebody else's subject", { StringEquals: { "x:sub": "repo:acme/platform" } }, []],
  ["only the audience", { StringEquals: { "x:aud": "sts.amazonaws.com" } }, []],
])("reads a trust in %s", (_, condition, accounts) => {
  expect(trustedServiceAccounts(policy(condition))).toEqual(accounts);
});

test("leaves out what is denied, and what other calls allow", () => {
  const condition = { StringEquals: { "x:sub": "system:serviceaccount:a:b" } };
  expect(trustedServiceAccounts(policy(condition, { Effect: "Deny" }))).toEqual([]);
  expect(trustedServiceAccounts(policy(condition, { Action: ["sts:AssumeRole"] }))).toEqual([]);
});

test.each([
  ["a:b", "a:b", true],
  ["a:bc", "a:b", false],
  ["a:backup", "a:*", true],
  ["a:b1", "a:b?", true],
  ["a.b:c", "a?b:c", true],
  ["axb:c", "a.b:c", false],
])("%s fits %s: %p", (text, pattern, fits) => {
  expect(fitsPattern(text, pattern)).toBe(fits);
});
