import * as aws from "@pulumi/aws";
import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { partitionArn } from "../../config/derived/arn";
import { roleArn, roleName } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import type { OidcIssuer } from "../identity/oidc";
import { ServiceAccountRole } from "../identity/service-account-role";
import type { Network } from "../network/network";
import {
  type AddOnConfiguration,
  corednsConfiguration,
  ebsCsiConfiguration,
  vpcCniConfiguration,
} from "./add-on-configuration";
import { EBS_CSI_ROLE, ebsCsiKeyPolicy } from "./ebs-csi-policy";
import { eniConfigs } from "./eni-configs";

/** Name of an add-on that EKS installs and keeps. */
export type ManagedAddOnName = keyof NonNullable<Platform["cluster"]["managedAddOns"]>;

interface AddOn {
  readonly platform: Platform;
  readonly clusterName: pulumi.Input<string>;
  readonly addOnName: ManagedAddOnName;
  readonly configuration?: AddOnConfiguration;
  readonly role?: AddOnRole;
  /** What must exist before, beside the role's policies. */
  readonly after?: readonly pulumi.Resource[];
}

/** The role of an add-on, and what must exist before the add-on may use it. */
interface AddOnRole {
  readonly arn: string;
  readonly ready: readonly pulumi.Resource[];
}

/** Add-ons whose pods stay when the add-on is removed: no running cluster may lose its network with them. The others go with their add-on. */
const KEPT_RUNNING: readonly ManagedAddOnName[] = ["vpc-cni", "kube-proxy"];

/**
 * One add-on at the configured build.
 *
 * OVERWRITE, on creation and on updates: configuration is the only source, so what may already be installed is taken over, and what a person changed in
 * the cluster lasts until the next update.
 */
function managedAddOn(
  name: string,
  { platform, clusterName, addOnName, configuration, role, after = [] }: AddOn,
  opts: pulumi.CustomResourceOptions,
): aws.eks.Addon {
  return new aws.eks.Addon(
    `${name}-${addOnName}`,
    {
      clusterName,
      addonName: addOnName,
      addonVersion: buildOf(platform, addOnName),
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      ...(KEPT_RUNNING.includes(addOnName) ? { preserve: true } : {}),
      ...(configuration === undefined ? {} : { configurationValues: JSON.stringify(configuration) }),
      ...(role === undefined ? {} : { serviceAccountRoleArn: role.arn }),
    },
    // An add-on that starts before its policy is attached fails its first calls and may be marked as degraded.
    { ...opts, dependsOn: [...after, ...(role?.ready ?? [])] },
  );
}

/**
 * The configured build of an add-on.
 *
 * @throws {Error} on a cluster with Auto Mode, which has none to install; the checks of a stack file find that first.
 */
function buildOf({ cluster: { managedAddOns } }: Platform, addOnName: ManagedAddOnName): string {
  if (managedAddOns === undefined) {
    throw new Error(`vantage:cluster.managedAddOns: nothing is given; name a build of ${addOnName}, or use autoMode`);
  }
  return managedAddOns[addOnName];
}

/** A role for the service account of an add-on, with a policy that AWS keeps. Its ARN is known from configuration. */
function addOnRole(
  name: string,
  args: Omit<ConstructorParameters<typeof ServiceAccountRole>[1], "roleName"> & { readonly purpose: string },
  managedPolicy: string,
  opts: pulumi.CustomResourceOptions,
): AddOnRole {
  const { platform, purpose } = args;
  const role = new ServiceAccountRole(name, { ...args, roleName: roleName(platform, purpose) }, opts);
  const attached = new aws.iam.RolePolicyAttachment(
    `${name}-managed-policy`,
    { role: role.roleName, policyArn: partitionArn(platform.aws, "iam", `aws:policy/${managedPolicy}`) },
    { ...opts, dependsOn: [role] },
  );
  return { arn: roleArn(platform, purpose), ready: [role, attached] };
}

/** What the add-ons that must precede nodes are made from. */
export interface AddOnsBeforeNodesArgs {
  readonly platform: Platform;
  readonly clusterName: pulumi.Input<string>;
  readonly oidc: OidcIssuer;
  readonly network: Network;
  readonly nodeSecurityGroupId: pulumi.Input<string>;
  readonly kubernetes: k8s.Provider;
}

/**
 * vpc-cni with the subnets of pods, and kube-proxy. A node without them never becomes ready; and a node that comes before vpc-cni is configured
 * gives its pods addresses of the node subnet, until it is replaced.
 */
export function addOnsBeforeNodes(
  name: string,
  { platform, clusterName, oidc, network, nodeSecurityGroupId, kubernetes }: AddOnsBeforeNodesArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const role = addOnRole(
    `${name}-vpc-cni`,
    {
      platform,
      oidc,
      purpose: "vpc-cni",
      namespace: "kube-system",
      serviceAccount: "aws-node",
      description: "Pod network: interfaces and addresses of nodes",
    },
    "AmazonEKS_CNI_Policy",
    opts,
  );
  const configuration = vpcCniConfiguration();
  const vpcCni = managedAddOn(name, { platform, clusterName, addOnName: "vpc-cni", configuration, role }, opts);
  const podSubnets = eniConfigs(
    `${name}-pods`,
    {
      subnetIdsByZone: network.subnetIdsByZone(platform.network.podSubnets ?? ""),
      securityGroupId: nodeSecurityGroupId,
    },
    { ...opts, provider: kubernetes, dependsOn: [vpcCni] },
  );
  return [vpcCni, ...podSubnets, managedAddOn(name, { platform, clusterName, addOnName: "kube-proxy" }, opts)];
}

/** What the add-ons that need nodes are made from. */
export interface AddOnsAfterNodesArgs {
  readonly platform: Platform;
  readonly clusterName: pulumi.Input<string>;
  readonly oidc: OidcIssuer;
  readonly nodes: readonly pulumi.Resource[];
}

/** coredns and aws-ebs-csi-driver: EKS waits until their pods run, so the node groups must be there first. */
export function addOnsAfterNodes(
  name: string,
  { platform, clusterName, oidc, nodes }: AddOnsAfterNodesArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const role = addOnRole(
    `${name}-aws-ebs-csi-driver`,
    {
      platform,
      oidc,
      purpose: EBS_CSI_ROLE,
      namespace: "kube-system",
      serviceAccount: "ebs-csi-controller-sa",
      policy: ebsCsiKeyPolicy(platform),
      description: "EBS volumes of pods",
    },
    "service-role/AmazonEBSCSIDriverPolicy",
    opts,
  );
  const shared = { platform, clusterName, after: nodes };
  const coredns = { ...shared, configuration: corednsConfiguration(platform) };
  const ebs = { ...shared, configuration: ebsCsiConfiguration(platform), role };
  return [
    managedAddOn(name, { ...coredns, addOnName: "coredns" }, opts),
    managedAddOn(name, { ...ebs, addOnName: "aws-ebs-csi-driver" }, opts),
  ];
}
