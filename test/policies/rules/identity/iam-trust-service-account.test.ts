import { iamTrustServiceAccount } from "../../../../policies/rules/identity/iam-trust-service-account";
import { inputsIn } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { changeStatement, ROLE, trustedRole } from "./policy-fixture";

const ISSUER = "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";
const input = "assumeRolePolicy";
const says = (complaint: string): string => `${ROLE} backup: assumeRolePolicy: Account ${complaint}`;
const SUBJECT = "StringEquals has to name one service account";
const AUDIENCE = "StringEquals has to name sts.amazonaws.com";

const LIMIT = "StringEquals or StringLike has to, with more than wildcards";
/** Issuer of a CI system's tokens, the audience that it writes, and whose jobs may come. */
const CI = "token.actions.githubusercontent.com";
const AWS = "sts.amazonaws.com";
const REPOSITORY = "repo:acme/platform";

/** Trusts users of another provider on a condition. */
const trusting = (issuer: string, Condition: object) =>
  changeStatement(
    (it) =>
      Object.assign(it, {
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
        Condition,
      }),
    { input },
  );

describeRule(iamTrustServiceAccount, {
  good: () => ({
    resources: [
      trustedRole("backup", {
        Sid: "Account",
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${ISSUER}` },
        Action: ["sts:AssumeRoleWithWebIdentity"],
        Condition: {
          StringEquals: {
            [`${ISSUER}:sub`]: "system:serviceaccount:redis-prod:backup",
            [`${ISSUER}:aud`]: "sts.amazonaws.com",
          },
        },
      }),
    ],
  }),
  holds: [
    [
      "jobs of one repository of a CI system",
      trusting(CI, { StringLike: { [`${CI}:sub`]: `${REPOSITORY}:*` }, StringEquals: { [`${CI}:aud`]: AWS } }),
    ],
  ],
  breaks: [
    [
      "every service account of a namespace",
      changeStatement(
        (it) => {
          delete it.Condition.StringEquals[`${ISSUER}:sub`];
          it.Condition.StringLike = { [`${ISSUER}:sub`]: "system:serviceaccount:redis-prod:*" };
        },
        { input },
      ),
      [says(`compares ${ISSUER}:sub with nothing; ${SUBJECT}`)],
    ],
    [
      "a pattern where a name is compared",
      changeStatement(
        (it) => Object.assign(it.Condition.StringEquals, { [`${ISSUER}:sub`]: "system:serviceaccount:*:backup" }),
        {
          input,
        },
      ),
      [says(`compares ${ISSUER}:sub with system:serviceaccount:*:backup; ${SUBJECT}`)],
    ],
    [
      "two service accounts",
      changeStatement(
        (it) => {
          it.Condition.StringEquals[`${ISSUER}:sub`] = ["system:serviceaccount:a:one", "system:serviceaccount:a:two"];
        },
        { input },
      ),
      [says(`compares ${ISSUER}:sub with system:serviceaccount:a:one, system:serviceaccount:a:two; ${SUBJECT}`)],
    ],
    [
      "no subject",
      changeStatement((it) => delete it.Condition.StringEquals[`${ISSUER}:sub`], { input }),
      [says(`compares ${ISSUER}:sub with nothing; ${SUBJECT}`)],
    ],
    [
      "no audience",
      changeStatement((it) => delete it.Condition.StringEquals[`${ISSUER}:aud`], { input }),
      [says(`compares ${ISSUER}:aud with nothing; ${AUDIENCE}`)],
    ],
    [
      "another audience",
      changeStatement((it) => Object.assign(it.Condition.StringEquals, { [`${ISSUER}:aud`]: "vault" }), { input }),
      [says(`compares ${ISSUER}:aud with vault; ${AUDIENCE}`)],
    ],
    [
      "claims of another issuer",
      changeStatement(
        (it) => {
          it.Principal.Federated = "arn:aws:iam::123456789012:oidc-provider/issuer.example";
        },
        { input },
      ),
      [says(`doesn't limit issuer.example:sub; ${LIMIT}`), says(`doesn't limit issuer.example:aud; ${LIMIT}`)],
    ],
    [
      "claims of another cluster",
      changeStatement((it) => Object.assign(it.Principal, { Federated: `${it.Principal.Federated}0` }), { input }),
      [
        says(`compares ${ISSUER}0:sub with nothing; ${SUBJECT}`),
        says(`compares ${ISSUER}0:aud with nothing; ${AUDIENCE}`),
      ],
    ],
    [
      "any job of a CI system",
      trusting(CI, { StringLike: { [`${CI}:sub`]: "*", [`${CI}:aud`]: AWS } }),
      [says(`doesn't limit ${CI}:sub; ${LIMIT}`)],
    ],
    [
      "a job whose token is for anybody",
      trusting(CI, { StringEquals: { [`${CI}:sub`]: REPOSITORY } }),
      [says(`doesn't limit ${CI}:aud; ${LIMIT}`)],
    ],
    [
      "a job that it may not say",
      trusting(CI, { StringEqualsIfExists: { [`${CI}:sub`]: REPOSITORY }, StringEquals: { [`${CI}:aud`]: AWS } }),
      [says(`doesn't limit ${CI}:sub; ${LIMIT}`)],
    ],
    [
      "people of a public provider",
      changeStatement((it) => Object.assign(it, { Principal: { Federated: "accounts.google.com" } }), { input }),
      [says("trusts accounts.google.com; it has to be an identity provider of the account")],
    ],
    [
      "someone beside the service account",
      (things) => {
        const inputs = inputsIn(things);
        const document = JSON.parse(inputs.assumeRolePolicy);
        document.Statement.push({
          Effect: "Allow",
          Principal: { Service: "ec2.amazonaws.com" },
          Action: "sts:AssumeRole",
        });
        inputs.assumeRolePolicy = JSON.stringify(document);
      },
      [says("is one of 2 that allow; the role of a service account trusts nobody else")],
    ],
  ],
  unreadable: [
    [
      "trust that is known later, as in a first preview",
      (things) => Object.assign(inputsIn(things), { assumeRolePolicy: "[unknown]" }),
      [`${ROLE} backup: assumeRolePolicy is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "a role of instances",
      changeStatement(
        (it) => Object.assign(it, { Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }),
        {
          input,
        },
      ),
    ],
  ],
});
