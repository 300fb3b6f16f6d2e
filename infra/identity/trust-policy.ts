import { type Condition, type PolicyDocument, policyDocument } from "./policy-document";

/**
 * Audience of the tokens that EKS puts into pods, and so of the identity provider. The same in every partition: it is a name that both sides
 * agree on, not a host that is called.
 *
 * Source: EKS user guide, "Create an IAM OIDC provider for your cluster"; amazon-eks-pod-identity-webhook, default audience.
 */
export const TOKEN_AUDIENCE = "sts.amazonaws.com";

/** The one service account that may assume a role. */
export interface ServiceAccountTrust {
  /** ARN of the IAM identity provider of the cluster. */
  readonly providerArn: string;
  /** Issuer without its scheme. */
  readonly issuerHost: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * Trust in exactly one service account. Both claims are compared for equality: without `sub` every pod of the cluster could assume the role,
 * and without `aud` a token made for another service could be replayed.
 *
 * A trust policy names no resource, so the list is empty here and absent in the JSON.
 */
export function serviceAccountTrust({ providerArn, issuerHost, ...account }: ServiceAccountTrust): PolicyDocument {
  return policyDocument([
    {
      Sid: "AllowServiceAccount",
      Effect: "Allow",
      Principal: { Federated: providerArn },
      Action: ["sts:AssumeRoleWithWebIdentity"],
      Resource: [],
      Condition: {
        StringEquals: {
          [`${issuerHost}:sub`]: `system:serviceaccount:${account.namespace}:${account.serviceAccount}`,
          [`${issuerHost}:aud`]: TOKEN_AUDIENCE,
        },
      },
    },
  ]);
}

/**
 * Trust in an AWS service.
 *
 * @param principal service principal, such as `vpc-flow-logs.amazonaws.com`.
 * @param condition for which account or resource the service must act; without it another customer's resource could make the service use the
 * role (the confused deputy).
 */
export function serviceTrust(principal: string, condition: Condition): PolicyDocument {
  return policyDocument([
    {
      Sid: "AllowService",
      Effect: "Allow",
      Principal: { Service: principal },
      Action: ["sts:AssumeRole"],
      Resource: [],
      Condition: condition,
    },
  ]);
}
