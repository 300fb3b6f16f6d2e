import type * as eks from "@pulumi/eks";
import { instanceTypeProblems } from "./ami-type";
import { onlyAl2023 } from "./node-group-options";
import { bothGiven, isPlain, mustBePinned, mustBePlain, notSimulated, type OptionProblem } from "./option-check";

/** Options that make the group bring a launch template of its own. */
const OWN_TEMPLATE = ["kubeletExtraArgs", "nodeadmExtraOptions", "enableIMDSv2", "userData", "amiId"] as const;

/** Of those, the ones that replace the user data that EKS would write, and with it the choice of the image. */
const OWN_USER_DATA = ["kubeletExtraArgs", "nodeadmExtraOptions", "userData", "amiId"] as const;

const SIMULATED: readonly (keyof eks.ManagedNodeGroupArgs)[] = [
  ...OWN_TEMPLATE,
  "amiType",
  "capacityType",
  "cluster",
  "clusterName",
  "diskSize",
  "forceUpdateVersion",
  "ignoreScalingChanges",
  "instanceTypes",
  "labels",
  "launchTemplate",
  "nodeGroupName",
  "nodeGroupNamePrefix",
  "nodeRole",
  "nodeRoleArn",
  "operatingSystem",
  "releaseVersion",
  "remoteAccess",
  "scalingConfig",
  "subnetIds",
  "tags",
  "taints",
  "version",
];

/** Whether the group creates a launch template beside itself. */
export function needsLaunchTemplate(args: eks.ManagedNodeGroupArgs): boolean {
  return OWN_TEMPLATE.some((option) => args[option] !== undefined);
}

/** Whether the launch template carries user data and image. EKS then takes neither version nor image type. */
export function needsUserData(args: eks.ManagedNodeGroupArgs): boolean {
  return OWN_USER_DATA.some((option) => args[option] !== undefined);
}

/** What stands against the options of an `eks:index:ManagedNodeGroup`. */
export function managedNodeGroupProblems(args: eks.ManagedNodeGroupArgs): OptionProblem[] {
  const problems = [
    ...notSimulated(args, SIMULATED),
    ...mustBePlain(args, ["enableIMDSv2", "ignoreScalingChanges", "kubeletExtraArgs"]),
    ...bothGiven(args, [
      ["nodeRole", "nodeRoleArn"],
      ["amiId", "amiType"],
      ...OWN_TEMPLATE.map((option) => ["launchTemplate", option] as const),
      ["userData", "kubeletExtraArgs"],
      ["userData", "nodeadmExtraOptions"],
    ]),
    ...onlyAl2023(args.operatingSystem),
    ...(isPlain(args.instanceTypes) && Array.isArray(args.instanceTypes)
      ? instanceTypeProblems(args.instanceTypes)
      : []),
  ];
  if ((args.nodeRole ?? args.nodeRoleArn) === undefined) {
    problems.push({ propertyPath: "nodeRole", reason: "missing; give nodeRole or nodeRoleArn" });
  }
  if (needsUserData(args) && args.amiId === undefined) {
    problems.push(mustBePinned("amiId", "the recommended image, since user data of your own needs one"));
  }
  return problems;
}
