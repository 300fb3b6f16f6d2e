import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { regionalArn } from "../../config/derived/arn";
import { roleName } from "../../config/derived/role-names";
import type { PlatformWith } from "../../config/parts";
import type { Platform } from "../../config/platform";
import type { OidcIssuer } from "../identity/oidc";
import { type PolicyDocument, policyDocument } from "../identity/policy-document";
import { ServiceAccountRole } from "../identity/service-account-role";

/** Name of fluent-bit's identity, service account and role. */
export const FLUENT_BIT = "fluent-bit";

/** Log group of all pods: beside the control plane's, in CloudWatch, one of the documented endpoints (document 000, section 12). */
export function podLogGroup({ cluster }: Platform): string {
  return `/aws/eks/${cluster.name}/pods`;
}

/** Writing to the log group of pods, and to no other. */
export function podLogPolicy(platform: Platform): PolicyDocument {
  const group = regionalArn(platform.aws, "logs", `log-group:${podLogGroup(platform)}`);
  return policyDocument([
    {
      Sid: "WritePodLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: [`${group}:*`],
    },
  ]);
}

/** What the collection of pod logs is made from. */
export interface PodLogsArgs {
  readonly platform: PlatformWith<"addOns.fluent-bit">;
  readonly oidc: OidcIssuer;
  /** Key of the log group. */
  readonly logsKeyArn: pulumi.Input<string>;
}

/**
 * The log group of pods, and the role with which fluent-bit writes to it. The group is made here and not by fluent-bit, which would leave it without
 * retention. Logs are kept as long as the control plane's, and protected where the stack protects data.
 *
 * @returns ARN of the role
 */
export function podLogs(
  name: string,
  { platform, oidc, logsKeyArn }: PodLogsArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  new aws.cloudwatch.LogGroup(
    `${name}-pod-logs`,
    { name: podLogGroup(platform), retentionInDays: platform.cluster.logRetention.days, kmsKeyId: logsKeyArn },
    { ...opts, protect: platform.platform.protectData },
  );
  const role = new ServiceAccountRole(
    `${name}-${FLUENT_BIT}`,
    {
      platform,
      oidc,
      roleName: roleName(platform, FLUENT_BIT),
      namespace: platform.addOns.releases[FLUENT_BIT].namespace,
      serviceAccount: FLUENT_BIT,
      policy: podLogPolicy(platform),
      description: "fluent-bit: writes the logs of pods",
    },
    opts,
  );
  return role.arn;
}
