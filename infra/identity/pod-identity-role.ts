import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountArn } from "../../config/derived/arn";
import type { Platform } from "../../config/platform";
import { type PodIdentityAccount, podIdentityTrust } from "./pod-identity-trust";
import { type PolicyDocument, policyJson } from "./policy-document";
import { fittingPolicy } from "./policy-size";

/** What a role of a workload is made from. */
export interface PodIdentityRoleArgs {
  readonly platform: Platform;
  /** Name of the cluster, once it exists: an association belongs to a cluster. */
  readonly clusterName: pulumi.Input<string>;
  readonly account: PodIdentityAccount;
  /** Physical name, from `roleName()`. Changing it replaces the role; pods get credentials of the new one when they restart. */
  readonly roleName: string;
  /** What the role may do, at most 6,144 characters, from configuration alone. */
  readonly policy: PolicyDocument;
  /** What the role is for, at most 1,000 characters. */
  readonly description: string;
}

/**
 * A role that pods of exactly one service account get by EKS Pod Identity, with a policy of its own. The service account needs no annotation; pods that already run get the role when they
 * are restarted.
 *
 * @throws {Error} when the policy is longer than IAM allows.
 * Source: the GovCloud guide (004), Important ARNs/IDs; EKS user guide, "Learn how EKS Pod Identity grants pods access to AWS services".
 */
export class PodIdentityRole extends pulumi.ComponentResource {
  /** ARN of the role, once its policy is attached. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: PodIdentityRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:identity:PodIdentityRole", name, {}, opts);
    const { platform, clusterName, account, roleName, policy, description } = args;
    const parent = { parent: this };
    const role = new aws.iam.Role(
      `${name}-role`,
      { name: roleName, description, assumeRolePolicy: policyJson(podIdentityTrust(platform, account)) },
      parent,
    );
    const document = new aws.iam.Policy(
      `${name}-policy`,
      {
        name: roleName,
        description: `${description} (${platform.cluster.name})`,
        policy: policyJson(fittingPolicy(roleName, policy)),
      },
      parent,
    );
    const attachment = new aws.iam.RolePolicyAttachment(
      `${name}-policy`,
      { role: role.name, policyArn: document.arn },
      parent,
    );
    new aws.eks.PodIdentityAssociation(
      `${name}-association`,
      {
        clusterName,
        namespace: account.namespace,
        serviceAccount: account.serviceAccount,
        roleArn: role.arn,
      },
      // A pod that starts before the policy is attached fails its first calls.
      { ...parent, dependsOn: [attachment] },
    );
    this.arn = attachment.role.apply((known) => accountArn(platform.aws, "iam", `role/${known}`));
    this.registerOutputs({ arn: this.arn });
  }
}
