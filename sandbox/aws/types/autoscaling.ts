import { arn } from "../identifiers";
import { exactlyOne, integer, oneOf, pattern } from "../input-rules";
import { type AwsType, byId } from "../resource-type";
import { sizeFailures } from "./group-size";
import { AUTO_SCALING_GROUP, LAUNCH_TEMPLATE, NODE_GROUP, ROLE, SUBNET } from "./tokens";

/** Groups that a name may mean: one of the program, or the one that EKS keeps for a managed node group. */
const ANY_GROUP = { [AUTO_SCALING_GROUP]: ["id"], [NODE_GROUP]: ["resources.autoscalingGroups.name"] };

/** Auto Scaling groups, their tags and hooks. */
export const AUTO_SCALING_TYPES: readonly AwsType[] = [
  {
    // Only the name is for life. Tags are a list of its own form, so the provider's default tags don't reach it.
    token: AUTO_SCALING_GROUP,
    required: ["maxSize", "minSize"],
    replacedBy: ["name", "namePrefix"],
    name: { input: "name", prefixInput: "namePrefix", within: "region" },
    rules: {
      name: [pattern(/^[\x20-\x39\x3b-\x7e]{1,255}$/, "1 to 255 printable characters without colon")],
      maxSize: [integer(0, 10_000)],
      minSize: [integer(0, 10_000)],
      desiredCapacity: [integer(0, 10_000)],
      healthCheckType: [oneOf("EC2", "ELB")],
    },
    check: (inputs) => [
      ...exactlyOne(inputs, ["launchConfiguration", "launchTemplate", "mixedInstancesPolicy"]),
      ...exactlyOne(inputs, ["availabilityZones", "vpcZoneIdentifiers"]),
      ...sizeFailures("", { min: inputs.minSize, desired: inputs.desiredCapacity, max: inputs.maxSize }),
    ],
    references: [
      { path: "vpcZoneIdentifiers", to: byId(SUBNET) },
      // A group outlives its template; it only can't launch any more.
      { path: "launchTemplate.id", to: byId(LAUNCH_TEMPLATE), holds: false },
      { path: "launchTemplate.name", to: { [LAUNCH_TEMPLATE]: ["name"] }, holds: false },
      {
        path: "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId",
        to: byId(LAUNCH_TEMPLATE),
        holds: false,
      },
    ],
    id: ({ text }) => text("name"),
    defaults: {
      defaultCooldown: 300,
      forceDelete: false,
      healthCheckGracePeriod: 300,
      healthCheckType: "EC2",
      protectFromScaleIn: false,
      waitForCapacityTimeout: "10m",
    },
    outputs: ({ account, inputs, seed, text }) => ({
      arn: arn(account, "autoscaling", `autoScalingGroup:${seed.uuid("group")}:autoScalingGroupName/${text("name")}`),
      desiredCapacity: inputs.minSize ?? 0,
    }),
  },
  {
    // For groups that another makes, such as EKS.
    token: "aws:autoscaling/tag:Tag",
    put: true,
    required: ["autoscalingGroupName", "tag"],
    replacedBy: ["autoscalingGroupName", "tag.key"],
    references: [{ path: "autoscalingGroupName", to: ANY_GROUP, holds: false }],
    id: ({ text }) => `${text("autoscalingGroupName")},${text("tag.key")}`,
  },
  {
    // Put again to change.
    token: "aws:autoscaling/lifecycleHook:LifecycleHook",
    put: true,
    required: ["autoscalingGroupName", "lifecycleTransition"],
    replacedBy: ["autoscalingGroupName", "name"],
    name: { input: "name", under: ["autoscalingGroupName"], within: "region" },
    rules: {
      name: [pattern(/^[\w\-/]{1,255}$/, "1 to 255 letters, digits and _-/")],
      defaultResult: [oneOf("CONTINUE", "ABANDON")],
      heartbeatTimeout: [integer(30, 7200)],
      lifecycleTransition: [oneOf("autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING")],
    },
    references: [
      { path: "autoscalingGroupName", to: ANY_GROUP, holds: false },
      { path: "roleArn", to: { [ROLE]: ["arn"] }, holds: false },
    ],
    id: ({ text }) => text("name"),
    defaults: { defaultResult: "ABANDON" },
  },
];
