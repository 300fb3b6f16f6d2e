import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { given } from "./given";

/** What a role for an AWS service consists of. */
export interface ServiceRoleArgs {
  /** Principal, such as `eks.amazonaws.com`. */
  readonly service: string;
  readonly description: string;
  /** Names of AWS-managed policies to attach. */
  readonly managedPolicies: readonly string[];
  readonly assumeRoleActions: readonly string[];
  readonly tags?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/**
 * Logical name of a policy's attachment: the first eight digits of the SHA-1 of its ARN in the commercial partition,
 * whatever the partition, so that names agree across partitions.
 */
export function attachmentName(role: string, managedPolicy: string): string {
  const id = ["arn", "aws", "iam", "", "aws", `policy/${managedPolicy}`].join(":");
  return `${role}-${createHash("sha1").update(id).digest("hex").substring(0, 8)}`;
}

/**
 * A role that an AWS service assumes, with its managed policies attached.
 * Source: pulumi-eks, nodejs/eks/servicerole.ts.
 */
export class ServiceRole extends pulumi.ComponentResource {
  readonly role: aws.iam.Role;
  /** The role, once every policy is attached to it. */
  readonly resolvedRole: pulumi.Output<aws.iam.Role>;

  constructor(name: string, args: ServiceRoleArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:ServiceRole", name, {}, opts);
    const statement = {
      Action: args.assumeRoleActions,
      Effect: "Allow",
      Principal: { Service: [args.service] },
    };
    const role = new aws.iam.Role(
      `${name}-role`,
      given({
        description: args.description,
        assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
        tags: args.tags,
      }),
      { parent: this },
    );
    // The one look-up that is left: the partition of the account isn't among a cluster's options.
    const { partition } = aws.getPartitionOutput({}, { parent: this });
    const attachments = args.managedPolicies.map(
      (policy) =>
        new aws.iam.RolePolicyAttachment(
          attachmentName(name, policy),
          { policyArn: pulumi.interpolate`arn:${partition}:iam::aws:policy/${policy}`, role },
          { parent: this },
        ),
    );
    this.role = role;
    this.resolvedRole = pulumi.all([role.arn, ...attachments.map(({ id }) => id)]).apply(() => role);
    this.registerOutputs({ directRole: role, resolvedRole: this.resolvedRole });
  }
}
