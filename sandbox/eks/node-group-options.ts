import type * as eks from "@pulumi/eks";
import { bothGiven, isPlain, mustBePinned, mustBePlain, notSimulated, type OptionProblem } from "./option-check";

/** `version` only chooses an image, and the image is given; it is accepted and has no effect, as in the real provider. */
const SIMULATED: readonly (keyof eks.NodeGroupV2Args)[] = [
  "amiId",
  "autoScalingGroupTags",
  "cluster",
  "clusterIngressRule",
  "clusterIngressRuleId",
  "desiredCapacity",
  "enableDetailedMonitoring",
  "extraNodeSecurityGroups",
  "ignoreScalingChanges",
  "instanceProfile",
  "instanceProfileName",
  "instanceType",
  "keyName",
  "kubeletExtraArgs",
  "labels",
  "launchTemplateTagSpecifications",
  "maxSize",
  "minRefreshPercentage",
  "minSize",
  "nodeAssociatePublicIpAddress",
  "nodeRootVolumeDeleteOnTermination",
  "nodeRootVolumeEncrypted",
  "nodeRootVolumeIops",
  "nodeRootVolumeSize",
  "nodeRootVolumeThroughput",
  "nodeRootVolumeType",
  "nodeSecurityGroup",
  "nodeSecurityGroupId",
  "nodeSubnetIds",
  "nodeUserData",
  "nodeUserDataOverride",
  "nodeadmExtraOptions",
  "operatingSystem",
  "spotPrice",
  "taints",
  "version",
];

/** The problem with an operating system other than the one whose user data is simulated. */
export function onlyAl2023(operatingSystem: unknown): OptionProblem[] {
  return operatingSystem === undefined || operatingSystem === "AL2023"
    ? []
    : [{ propertyPath: "operatingSystem", reason: 'must be "AL2023": no other operating system is simulated' }];
}

/** Volume figures that only one type of volume takes. A figure whose value or type isn't known yet passes. */
function rootVolumeProblems(args: eks.NodeGroupV2Args): OptionProblem[] {
  const type = args.nodeRootVolumeType;
  const only = (option: "nodeRootVolumeIops" | "nodeRootVolumeThroughput", required: string): OptionProblem[] =>
    !isPlain(args[option]) || type === required || (type !== undefined && !isPlain(type))
      ? []
      : [{ propertyPath: option, reason: `needs nodeRootVolumeType "${required}", which is ${JSON.stringify(type)}` }];
  return [...only("nodeRootVolumeIops", "io1"), ...only("nodeRootVolumeThroughput", "gp3")];
}

/**
 * What stands against the options of an `eks:index:NodeGroupV2`: what the real provider refuses, what isn't simulated,
 * and what would make it look something up.
 */
export function nodeGroupProblems(args: eks.NodeGroupV2Args): OptionProblem[] {
  const problems = [
    ...notSimulated(args, SIMULATED),
    ...mustBePlain(args, ["ignoreScalingChanges"]),
    ...bothGiven(args, [
      ["instanceProfile", "instanceProfileName"],
      ["clusterIngressRule", "clusterIngressRuleId"],
      ["nodeSecurityGroup", "nodeSecurityGroupId"],
      ["nodeUserDataOverride", "nodeUserData"],
      ["nodeUserDataOverride", "labels"],
      ["nodeUserDataOverride", "taints"],
      ["nodeUserDataOverride", "kubeletExtraArgs"],
    ]),
    ...onlyAl2023(args.operatingSystem),
    ...rootVolumeProblems(args),
  ];
  if (args.amiId === undefined) problems.push(mustBePinned("amiId", "the recommended image"));
  if (args.nodeSubnetIds === undefined)
    problems.push(mustBePinned("nodeSubnetIds", "the routes of the cluster's subnets"));
  if ((args.instanceProfile ?? args.instanceProfileName) === undefined) {
    problems.push({ propertyPath: "instanceProfile", reason: "missing; give instanceProfile or instanceProfileName" });
  }
  const ownGroup = args.nodeSecurityGroup ?? args.nodeSecurityGroupId;
  if (ownGroup !== undefined && (args.clusterIngressRule ?? args.clusterIngressRuleId) === undefined) {
    problems.push({
      propertyPath: "clusterIngressRule",
      reason: "missing; a node security group of your own needs clusterIngressRule or clusterIngressRuleId with it",
    });
  }
  return problems;
}
