import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";

/**
 * Log group of a control plane. EKS makes it itself, without retention, as soon as the first line is logged; so it has to be there before the cluster.
 *
 * It is the audit trail, which has to outlive what it tells of: protected where the stack protects data.
 *
 * Source: document 000, section 1; the GovCloud guide (004), AWS CloudWatch (`/aws/eks/<cluster>/cluster`).
 */
export function controlPlaneLogs(
  name: string,
  { platform, logsKeyArn }: { readonly platform: Platform; readonly logsKeyArn: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    `${name}-control-plane-logs`,
    {
      name: `/aws/eks/${platform.cluster.name}/cluster`,
      retentionInDays: platform.cluster.logRetention.days,
      kmsKeyId: logsKeyArn,
    },
    { ...opts, protect: platform.platform.protectData },
  );
}
