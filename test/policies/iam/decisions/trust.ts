import { prodPlatform } from "../../../infra/prod-platform";
import { type Context, type DocumentedCall, rowsOf } from "./decision-table";
import { ACCOUNT, arnOf, CLUSTER, role, STRANGER } from "./prod-names";

/** Issuers as EKS names them; prod's own is known only once its cluster exists. */
export const ISSUER = "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";
const OTHER_ISSUER = "oidc.eks.us-east-1.amazonaws.com/id/FEDCBA9876543210FEDCBA9876543210";

/** The identity provider of an issuer in the account. */
export function providerArn(issuer: string): string {
  return `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`;
}

/** What a token says. */
function token(
  namespace: string,
  serviceAccount: string,
  { issuer = ISSUER, audience = "sts.amazonaws.com" } = {},
): Context {
  return {
    [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
    [`${issuer}:aud`]: audience,
  };
}

const SERVICE_ACCOUNTS: readonly DocumentedCall[] = Object.entries(prodPlatform().storage.identities).map(
  ([name, { namespace, serviceAccount }]) => ({
    who: providerArn(ISSUER),
    call: "sts:AssumeRoleWithWebIdentity",
    through: "sts",
    on: role(`${CLUSTER}-${name}`),
    what: `${name} by its service account`,
    with: token(namespace, serviceAccount),
    source: "EKS user guide, IAM roles for service accounts",
    denied: {
      "or rather by one of another namespace": { with: token("default", serviceAccount) },
      "or rather by another of the namespace": { with: token(namespace, "default") },
      "with a token for another audience": { with: token(namespace, serviceAccount, { audience: "vault" }) },
      "with a token of another cluster": {
        who: providerArn(OTHER_ISSUER),
        with: token(namespace, serviceAccount, { issuer: OTHER_ISSUER }),
      },
      "with a token that says nothing": { with: {} },
    },
  }),
);

const SERVICES: readonly DocumentedCall[] = [
  {
    who: "vpc-flow-logs.amazonaws.com",
    call: "sts:AssumeRole",
    on: role(`${CLUSTER}-flow-logs`),
    what: "flow logs of the account",
    with: { "aws:SourceAccount": ACCOUNT, "aws:SourceArn": arnOf("ec2", "vpc-flow-log/fl-1") },
    source: "VPC user guide, role for flow logs",
    denied: {
      "or rather of another account": {
        with: {
          "aws:SourceAccount": STRANGER,
          "aws:SourceArn": arnOf("ec2", "vpc-flow-log/fl-1", { account: STRANGER }),
        },
      },
      "or rather of another region": {
        with: {
          "aws:SourceAccount": ACCOUNT,
          "aws:SourceArn": arnOf("ec2", "vpc-flow-log/fl-1", { region: "eu-west-1" }),
        },
      },
      "or rather another service": { who: "ec2.amazonaws.com" },
    },
  },
  ...["node", "karpenter-node", "worker-kafka-v2"].map((name) => ({
    who: "ec2.amazonaws.com",
    call: "sts:AssumeRole",
    on: role(`${CLUSTER}-${name}`),
    what: `${name} by its instances`,
    source: "EKS user guide, node IAM role",
    denied: {
      "or rather by functions": { who: "lambda.amazonaws.com" },
      "or rather by an administrator": { who: "administrator" },
    },
  })),
];

/** Who may become which role. */
export const TRUST = rowsOf([...SERVICE_ACCOUNTS, ...SERVICES]);
