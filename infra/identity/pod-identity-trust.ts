import { regionalArn } from "../../config/derived/arn";
import type { Platform } from "../../config/platform";
import { type PolicyDocument, policyDocument } from "./policy-document";

/** Service that hands roles to pods; the same name in every partition. */
export const POD_IDENTITY_PRINCIPAL = "pods.eks.amazonaws.com";

/** The one service account that may have a role. */
export interface PodIdentityAccount {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * Trust in pods of one service account of this cluster. EKS tags each session with cluster, namespace and service account; without the conditions whoever may make an association and pass the
 * role could give it to any pod of any cluster of the account. EKS hands a role only to pods of the role's own account, so no condition on an account is needed.
 *
 * Source: EKS user guide, "Create IAM role with trust policy required by EKS Pod Identity", Setting Conditions, and "Grant Pods access to AWS resources based on tags".
 */
export function podIdentityTrust(
  { aws, cluster }: Pick<Platform, "aws" | "cluster">,
  { namespace, serviceAccount }: PodIdentityAccount,
): PolicyDocument {
  return policyDocument([
    {
      Sid: "AllowPodsOfServiceAccount",
      Effect: "Allow",
      Principal: { Service: POD_IDENTITY_PRINCIPAL },
      Action: ["sts:AssumeRole", "sts:TagSession"],
      Resource: [],
      Condition: {
        StringEquals: {
          "aws:RequestTag/kubernetes-namespace": namespace,
          "aws:RequestTag/kubernetes-service-account": serviceAccount,
        },
        ArnEquals: { "aws:RequestTag/eks-cluster-arn": regionalArn(aws, "eks", `cluster/${cluster.name}`) },
      },
    },
  ]);
}
