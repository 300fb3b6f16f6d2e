import { equalValues } from "../../iam/conditions";
import { covers } from "../../iam/patterns";
import type { Condition, Statement } from "../../iam/policy-document";
import { trustRule } from "../../iam/statement-rule";

/** A subject as Kubernetes writes that of a service account. Source: Kubernetes documentation, "Managing Service Accounts". */
const SERVICE_ACCOUNT = /^system:serviceaccount:[a-z0-9-]+:[a-z0-9.-]+$/;

/** Audience of the tokens that are meant for AWS; a name, and the same in every partition. Source: EKS user guide, "IAM roles for service accounts". */
const AUDIENCE = "sts.amazonaws.com";

/** What stands before the issuer in the ARN of an identity provider. */
const PROVIDER = /^arn:[^:]+:iam::\d{12}:oidc-provider\/(?<issuer>.+)$/;

/** Issuers of the tokens of EKS clusters, in any partition. Source: EKS API reference, `OIDC`. */
const CLUSTER_ISSUER = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\//;

/** A role of the cluster belongs to one service account; that of another provider's users says who they are. */
export const iamTrustServiceAccount = trustRule(
  {
    id: "iam-trust-service-account",
    title:
      "A role that a cluster's identity provider vouches for is trusted to exactly one service account, one of another provider to named users",
    severity: "critical",
    enforcement: "mandatory",
    why: "Without the exact subject every pod of the cluster may assume the role, and without the audience any token of the provider opens it.",
    remediation:
      "Compare <issuer>:sub with system:serviceaccount:<namespace>:<name> and <issuer>:aud with sts.amazonaws.com, both with StringEquals, and give each service account a role of its own; limit sub and aud of other providers, too.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
  },
  {
    about: trustsWebIdentity,
    check: (statement, all) => [
      ...(statement.principals.some(isOfCluster) ? strangers(statement, all) : []),
      ...statement.principals.flatMap((one) =>
        isOfCluster(one) ? accountClaims(statement, one) : otherClaims(statement, one),
      ),
    ],
  },
);

/** Whether a statement trusts what an identity provider says of its users. */
function trustsWebIdentity({ actions }: Statement): boolean {
  return actions.some((action) => covers(action, "sts:AssumeRoleWithWebIdentity"));
}

/** Whom the role trusts beside the provider that this statement is about. */
function strangers(statement: Statement, all: readonly Statement[]): readonly string[] {
  const others = all.filter((other) => other !== statement && other.effect === "Allow");
  return others.length === 0
    ? []
    : [`is one of ${others.length + 1} that allow; the role of a service account trusts nobody else`];
}

/** Whether a principal is the identity provider of an EKS cluster. */
function isOfCluster(principal: string): boolean {
  return CLUSTER_ISSUER.test(issuerOf(principal) ?? "");
}

function issuerOf(principal: string): string | undefined {
  return PROVIDER.exec(principal)?.groups?.issuer;
}

/** What is missing of the comparisons with the claims of another provider, such as a CI system: whose jobs they are, and for whom the token is. */
function otherClaims({ conditions }: Statement, principal: string): readonly string[] {
  const issuer = issuerOf(principal);
  if (issuer === undefined) return [`trusts ${principal}; it has to be an identity provider of the account`];
  return ["sub", "aud"]
    .map((claim) => `${issuer}:${claim}`)
    .filter((key) => !conditions.some((condition) => isNamed(condition, key)))
    .map((key) => `doesn't limit ${key}; StringEquals or StringLike has to, with more than wildcards`);
}

function isNamed({ operator, key, values }: Condition, claim: string): boolean {
  return (
    key.toLowerCase() === claim.toLowerCase() &&
    /^(ForAnyValue:)?String(Equals|EqualsIgnoreCase|Like)$/i.test(operator) &&
    values.length > 0 &&
    !values.some((value) => /^[*?:/]*$/.test(value))
  );
}

/** What is missing of the comparisons with the claims of a cluster's provider. */
function accountClaims(statement: Statement, principal: string): readonly string[] {
  const issuer = issuerOf(principal);
  const subjects = equalValues(statement, `${issuer}:sub`);
  const audiences = equalValues(statement, `${issuer}:aud`);
  return [
    ...(subjects?.length === 1 && subjects.every((subject) => SERVICE_ACCOUNT.test(subject))
      ? []
      : [`compares ${issuer}:sub with ${listed(subjects)}; StringEquals has to name one service account`]),
    ...(audiences?.length === 1 && audiences[0] === AUDIENCE
      ? []
      : [`compares ${issuer}:aud with ${listed(audiences)}; StringEquals has to name ${AUDIENCE}`]),
  ];
}

function listed(values: readonly string[] | undefined): string {
  return values === undefined || values.length === 0 ? "nothing" : values.join(", ");
}
