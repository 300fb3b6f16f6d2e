import * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { al2023AmiType } from "./ami-type";
import { type ClusterCore, coreOf, serviceCidrOf } from "./cluster-reference";
import { given } from "./given";
import { needsLaunchTemplate, needsUserData } from "./managed-node-group-options";
import { AL2023_ROOT_DEVICE } from "./node-group";
import { encodeUserData, type NodeTaint, nodeadmUserData } from "./user-data";

/** The effects of a taint, from EKS's spelling to the kubelet's. */
const TAINT_EFFECTS: Readonly<Record<string, string>> = {
  NO_SCHEDULE: "NoSchedule",
  NO_EXECUTE: "NoExecute",
  PREFER_NO_SCHEDULE: "PreferNoSchedule",
};

/**
 * Taints of a managed node group as the kubelet takes them, under their keys.
 *
 * @throws Error on an effect that EKS doesn't know.
 */
export function kubeletTaints(
  taints: readonly { readonly key: string; readonly value?: string | undefined; readonly effect: string }[],
): Record<string, NodeTaint> {
  return Object.fromEntries(
    taints.map(({ key, value, effect: eksEffect }) => {
      const effect = TAINT_EFFECTS[eksEffect];
      if (!effect) {
        throw new Error(`taint "${key}": effect "${eksEffect}" is none of ${Object.keys(TAINT_EFFECTS).join(", ")}`);
      }
      return [key, { value, effect }];
    }),
  );
}

function userDataOf(args: eks.ManagedNodeGroupArgs, core: ClusterCore): pulumi.Output<string> {
  const cluster = {
    name: args.clusterName ?? core.cluster.name,
    apiServerEndpoint: core.cluster.endpoint,
    certificateAuthority: core.cluster.certificateAuthority.data,
    serviceCidr: serviceCidrOf(core),
  };
  const options = {
    kubeletExtraArgs: args.kubeletExtraArgs,
    labels: args.labels,
    taints: pulumi.output(args.taints).apply((taints) => taints && kubeletTaints(taints)),
    nodeadmExtraOptions: args.nodeadmExtraOptions,
    userDataOverride: args.userData,
  };
  return pulumi.all([cluster, options]).apply(([c, o]) => encodeUserData(nodeadmUserData(c, o)));
}

function createLaunchTemplate(
  name: string,
  args: eks.ManagedNodeGroupArgs,
  core: ClusterCore,
  parent: pulumi.ComponentResource,
): aws.ec2.LaunchTemplate {
  return new aws.ec2.LaunchTemplate(
    `${name}-launchTemplate`,
    given({
      blockDeviceMappings:
        args.diskSize === undefined
          ? undefined
          : [{ deviceName: AL2023_ROOT_DEVICE, ebs: { volumeSize: args.diskSize } }],
      userData: needsUserData(args) ? userDataOf(args, core) : undefined,
      imageId: args.amiId,
      metadataOptions:
        args.enableIMDSv2 === undefined
          ? undefined
          : {
              httpTokens: args.enableIMDSv2 ? "required" : "optional",
              // Two, so that a pod behind the node's network can still reach it.
              httpPutResponseHopLimit: 2,
              httpEndpoint: "enabled",
            },
    }),
    { parent },
  );
}

/**
 * `eks:index:ManagedNodeGroup`: a node group that EKS manages, with a launch template of its own when options need one.
 * Source: pulumi-eks, nodejs/eks/nodes/nodegroup.ts, createManagedNodeGroup.
 */
export class SimulatedManagedNodeGroup extends pulumi.ComponentResource {
  readonly state: pulumi.Inputs;

  constructor(name: string, args: eks.ManagedNodeGroupArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:ManagedNodeGroup", name, args, opts);
    const core = coreOf(args.cluster);
    const ownTemplate = needsLaunchTemplate(args) ? createLaunchTemplate(name, args, core, this) : undefined;
    const imageIsGiven = needsUserData(args);
    const amiType =
      args.amiType ??
      (args.operatingSystem && pulumi.output(args.instanceTypes).apply((types) => al2023AmiType(types ?? [])));
    // With a template of the program's own, the version follows from the image in it.
    const version = args.version ?? (args.launchTemplate ? undefined : core.cluster.version);
    const nodeGroup = new aws.eks.NodeGroup(
      name,
      given({
        amiType: imageIsGiven ? undefined : amiType,
        version: imageIsGiven ? undefined : version,
        releaseVersion: imageIsGiven ? undefined : args.releaseVersion,
        capacityType: args.capacityType,
        clusterName: args.clusterName ?? core.cluster.name,
        diskSize: ownTemplate ? undefined : args.diskSize,
        forceUpdateVersion: args.forceUpdateVersion,
        instanceTypes: args.instanceTypes,
        labels: args.labels,
        launchTemplate: ownTemplate
          ? { id: ownTemplate.id, version: ownTemplate.latestVersion.apply(String) }
          : args.launchTemplate,
        nodeGroupName: args.nodeGroupName,
        nodeGroupNamePrefix: args.nodeGroupNamePrefix,
        nodeRoleArn: args.nodeRoleArn ?? pulumi.output(args.nodeRole as pulumi.Input<aws.iam.Role>).arn,
        remoteAccess: args.remoteAccess,
        scalingConfig: pulumi.output(args.scalingConfig).apply((scaling) => ({
          desiredSize: scaling?.desiredSize ?? 2,
          minSize: scaling?.minSize ?? 1,
          maxSize: scaling?.maxSize ?? 2,
        })),
        subnetIds: args.subnetIds ?? core.subnetIds,
        tags: args.tags,
        taints: args.taints,
      }),
      { parent: this, ...(args.ignoreScalingChanges ? { ignoreChanges: ["scalingConfig.desiredSize"] } : {}) },
    );
    // No placement group: it comes with EFA only, which isn't simulated.
    this.state = { nodeGroup, placementGroupName: "" };
    this.registerOutputs(this.state);
  }
}
