import type * as pulumi from "@pulumi/pulumi";
import { roleName } from "../../config/derived/role-names";
import { stackTags } from "../../config/derived/tags";
import type { PlatformWith } from "../../config/parts";
import type { OidcIssuer } from "../identity/oidc";
import { ServiceAccountRole } from "../identity/service-account-role";
import { loadBalancerPolicy } from "./load-balancer-policy";
import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import { replicasOf, roleAnnotation, type ValuesContext } from "./values";

/** Name of the controller's chart, Deployment and service account. Source: document 003, section 3 (Weekly Security Checklist: its log is read by that name). */
export const LOAD_BALANCER_CONTROLLER = "aws-load-balancer-controller";

/** What the controller's role is called after the cluster's name: short, as every stack's cluster name has to leave room for it. */
export const LOAD_BALANCER_ROLE = "load-balancers";

/** What the role is made from. */
export interface LoadBalancerRoleArgs {
  readonly platform: PlatformWith<"addOns.aws-load-balancer-controller">;
  readonly oidc: OidcIssuer;
}

/** The role of the controller, assumed by its service account alone; returns its ARN. */
export function loadBalancerRole(
  name: string,
  { platform, oidc }: LoadBalancerRoleArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const role = new ServiceAccountRole(
    `${name}-${LOAD_BALANCER_CONTROLLER}`,
    {
      platform,
      oidc,
      roleName: roleName(platform, LOAD_BALANCER_ROLE),
      namespace: platform.addOns.releases[LOAD_BALANCER_CONTROLLER].namespace,
      serviceAccount: LOAD_BALANCER_CONTROLLER,
      policy: loadBalancerPolicy(platform.aws, platform.cluster.name),
      description: `${LOAD_BALANCER_CONTROLLER}: keeps the load balancers of this cluster`,
    },
    opts,
  );
  return role.arn;
}

/**
 * Values of chart aws-load-balancer-controller. It finds its network by a tag, as it would else ask the metadata service, which answers no pod here; WAF and Shield stay off, and with
 * them the rights to change what protects others.
 *
 * Source: kubernetes-sigs/aws-load-balancer-controller v2.14.1, helm/aws-load-balancer-controller/values.yaml, and docs/deploy/configurations.md.
 */
export function loadBalancerControllerValues(context: ValuesContext) {
  const { platform } = context;
  return {
    fullnameOverride: LOAD_BALANCER_CONTROLLER,
    clusterName: platform.cluster.name,
    region: platform.aws.region,
    vpcTags: { Name: platform.cluster.name },
    replicaCount: replicasOf(platform, LOAD_BALANCER_CONTROLLER),
    podDisruptionBudget: { maxUnavailable: 1 },
    serviceAccount: {
      create: true,
      name: LOAD_BALANCER_CONTROLLER,
      annotations: roleAnnotation(LOAD_BALANCER_CONTROLLER, context),
    },
    defaultTags: stackTags(platform),
    enableShield: false,
    enableWaf: false,
    enableWafv2: false,
    // The certificate of the webhooks is made once: a new one with each upgrade would refuse requests until every pod has it.
    keepTLSSecret: true,
    affinity: awayFromDataNodes(platform),
    resources: containerResources("100m", "128Mi", "256Mi"),
  };
}
