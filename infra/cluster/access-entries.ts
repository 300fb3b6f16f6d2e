import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { accountArn } from "../../config/derived/arn";
import type { Location, Platform } from "../../config/platform";

/** The right to do everything on a cluster: what `system:masters` was before access entries. */
export const ADMIN_ACCESS_POLICY = "AmazonEKSClusterAdminPolicy";

/** The ARN of an access policy that EKS itself keeps, such as {@link ADMIN_ACCESS_POLICY}. */
export function accessPolicyArn(location: Location, policy: string): string {
  return accountArn({ ...location, account: "aws" }, "eks", `cluster-access-policy/${policy}`);
}

/**
 * Lets the configured IAM roles administer the cluster: an access entry each, and the admin policy on the whole cluster.
 *
 * Written as resources of their own, not as an option of the cluster component: there they would inherit its protection, and an
 * administrator could not be taken away without unprotecting the cluster first.
 *
 * @returns the associations; whoever talks to the API server must wait for them.
 */
export function administratorEntries(
  name: string,
  { platform, clusterName }: { readonly platform: Platform; readonly clusterName: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  return platform.cluster.administrators.map((role) => {
    const principalArn = accountArn(platform.aws, "iam", `role/${role}`);
    const entry = new aws.eks.AccessEntry(
      `${name}-administrator-${role}`,
      { clusterName, principalArn, type: "STANDARD" },
      opts,
    );
    return new aws.eks.AccessPolicyAssociation(
      `${name}-administrator-${role}`,
      {
        clusterName,
        principalArn,
        policyArn: accessPolicyArn(platform.aws, ADMIN_ACCESS_POLICY),
        accessScope: { type: "cluster" },
      },
      { ...opts, dependsOn: [entry] },
    );
  });
}
