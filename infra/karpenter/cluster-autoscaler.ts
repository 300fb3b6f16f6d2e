import * as pulumi from "@pulumi/pulumi";
import { roleArn, roleName } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import { chartVersionFor } from "../../config/reference/charts";
import { helmRelease } from "../add-ons/helm-release";
import type { OidcIssuer } from "../identity/oidc";
import { ServiceAccountRole } from "../identity/service-account-role";
import { autoscalerPolicy } from "./autoscaler-policy";
import { AUTOSCALER_NAME, AUTOSCALER_NAMESPACE, autoscalerSettings, autoscalerValues } from "./autoscaler-values";

/** What cluster-autoscaler is made from. */
export interface ClusterAutoscalerArgs {
  readonly platform: Platform;
  readonly oidc: OidcIssuer;
  /** Nodes that its pod can run on. */
  readonly nodes: readonly pulumi.Resource[];
}

/**
 * cluster-autoscaler, which the migration to Karpenter retires: at work until phase `full`, a release of no pods in `decommissioned`, so that one changed
 * value brings it back at once, and registered no more in `removed`. A stack without Karpenter keeps it.
 *
 * Source: document 000, section 1; document 001, section 1, Phase 3, and section 11, Morning Checks; document 003, section 4 (Cluster Scaling Optimization).
 */
export class ClusterAutoscaler extends pulumi.ComponentResource {
  constructor(name: string, { platform, oidc, nodes }: ClusterAutoscalerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:karpenter:ClusterAutoscaler", name, {}, opts);
    const role = new ServiceAccountRole(
      `${name}-role`,
      {
        platform,
        oidc,
        roleName: roleName(platform, AUTOSCALER_NAME),
        namespace: AUTOSCALER_NAMESPACE,
        serviceAccount: AUTOSCALER_NAME,
        policy: autoscalerPolicy(platform.aws, platform.cluster.name),
        description: "cluster-autoscaler: resizes the node groups of this cluster",
      },
      { parent: this },
    );
    helmRelease(
      `${name}-release`,
      {
        chart: AUTOSCALER_NAME,
        release: AUTOSCALER_NAME,
        version: chartVersionFor(AUTOSCALER_NAME, autoscalerSettings(platform).version),
        namespace: AUTOSCALER_NAMESPACE,
        values: autoscalerValues(platform, roleArn(platform, AUTOSCALER_NAME)),
      },
      { parent: this, dependsOn: [role, ...nodes] },
    );
    this.registerOutputs({ roleArn: role.arn });
  }
}
