import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountArn } from "../../config/derived/arn";
import type { Platform } from "../../config/platform";
import type { OidcIssuer } from "./oidc";
import { type PolicyDocument, policyJson } from "./policy-document";
import { fittingPolicy } from "./policy-size";
import { serviceAccountTrust } from "./trust-policy";

/** What a role of a service account is made from. */
export interface ServiceAccountRoleArgs {
  readonly platform: Platform;
  readonly oidc: OidcIssuer;
  /** Physical name, from `roleName()`. Changing it replaces the role; pods get credentials of the new one when they restart. */
  readonly roleName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /**
   * What the role may do, at most 6,144 characters. Known from configuration wherever possible, so that a preview shows it.
   *
   * @default none, for roles whose only policy is one that AWS keeps.
   */
  readonly policy?: pulumi.Input<PolicyDocument>;
  /** What the role is for, at most 1,000 characters. */
  readonly description: string;
}

/**
 * A role that exactly one Kubernetes service account may assume (IRSA), with a policy of its own.
 *
 * Consumers must use {@link arn}: it depends on the attached policy, so no pod starts with a role that may do nothing yet.
 *
 * Source: document 001, section 1 (IRSA); EKS user guide, "IAM roles for service accounts".
 */
export class ServiceAccountRole extends pulumi.ComponentResource {
  /** ARN of the role, for the annotation `eks.amazonaws.com/role-arn` of the service account. */
  readonly arn: pulumi.Output<string>;
  /** Physical name, known from configuration. */
  readonly roleName: string;

  constructor(name: string, args: ServiceAccountRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:identity:ServiceAccountRole", name, {}, opts);
    const { platform, oidc, namespace, serviceAccount, policy, description } = args;
    this.roleName = args.roleName;

    const trust = pulumi
      .all([oidc.arn, oidc.host])
      .apply(([providerArn, issuerHost]) =>
        policyJson(serviceAccountTrust({ providerArn, issuerHost, namespace, serviceAccount })),
      );
    const role = new aws.iam.Role(
      `${name}-role`,
      { name: this.roleName, description, assumeRolePolicy: trust },
      { parent: this },
    );
    if (policy === undefined) {
      this.arn = this.arnAfter(role.name, platform);
    } else {
      const attachment = this.attach(name, role, policy, `${description} (${platform.cluster.name})`);
      this.arn = this.arnAfter(attachment.role, platform);
    }
    this.registerOutputs({ arn: this.arn });
  }

  /** The ARN, readable in a preview because the name is, and yet not before the resource exists whose output the name is. */
  private arnAfter(physicalName: pulumi.Output<string>, { aws: location }: Platform): pulumi.Output<string> {
    return physicalName.apply((known) => accountArn(location, "iam", `role/${known}`));
  }

  private attach(name: string, role: aws.iam.Role, document: pulumi.Input<PolicyDocument>, description: string) {
    const policy = new aws.iam.Policy(
      `${name}-policy`,
      { name: this.roleName, description, policy: this.checkedJson(document) },
      { parent: this },
    );
    return new aws.iam.RolePolicyAttachment(
      `${name}-policy`,
      { role: role.name, policyArn: policy.arn },
      { parent: this },
    );
  }

  /** The document as JSON: text where it is known, so that a rule can read it before anything exists. */
  private checkedJson(document: pulumi.Input<PolicyDocument>): pulumi.Input<string> {
    const json = (known: PolicyDocument) => policyJson(fittingPolicy(this.roleName, known));
    return pulumi.Output.isInstance(document) || document instanceof Promise
      ? pulumi.output(document).apply((known) => json(known as PolicyDocument))
      : json(document as PolicyDocument);
  }
}
