import { regionalArn } from "../../config/derived/arn";
import type { Location } from "../../config/platform";
import type { Condition, Statement } from "../identity/policy-document";

/** Resource types of EC2 that one launch creates and tags. */
const LAUNCHED = [
  "fleet",
  "instance",
  "volume",
  "network-interface",
  "launch-template",
  "spot-instances-request",
] as const;

/** Tags by which the policy tells Karpenter's own resources of this cluster from everything else, on the request or on the resource. */
function ownedBy(clusterName: string, where: "aws:RequestTag" | "aws:ResourceTag") {
  return {
    StringEquals: { [`${where}/kubernetes.io/cluster/${clusterName}`]: "owned" },
    StringLike: { [`${where}/karpenter.sh/nodepool`]: "*" },
  } satisfies Condition;
}

/**
 * What Karpenter may do in EC2 to launch, tag and remove nodes: statements 1 to 6 of the release.
 *
 * Narrower than the release in one point: a resource that belongs to an account is named with the stack's own account instead of any.
 * Images and snapshots have no account in their ARN and stay as they are. The conditions of v1.0 on the tag `eks:eks-cluster-name` are left
 * out: 0.37 never sets it, so every launch would be denied.
 *
 * Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml, KarpenterControllerPolicy.
 */
export function launchStatements(location: Location, clusterName: string): readonly Statement[] {
  const own = (type: string): string => regionalArn(location, "ec2", `${type}/*`);
  const shared = (type: string): string => regionalArn({ ...location, account: "" }, "ec2", `${type}/*`);
  const onRequest = ownedBy(clusterName, "aws:RequestTag");
  const onResource = ownedBy(clusterName, "aws:ResourceTag");
  return [
    {
      Sid: "AllowScopedEC2InstanceAccessActions",
      Effect: "Allow",
      Action: ["ec2:RunInstances", "ec2:CreateFleet"],
      Resource: [shared("image"), shared("snapshot"), own("security-group"), own("subnet")],
    },
    {
      Sid: "AllowScopedEC2LaunchTemplateAccessActions",
      Effect: "Allow",
      Action: ["ec2:RunInstances", "ec2:CreateFleet"],
      Resource: [own("launch-template")],
      Condition: onResource,
    },
    {
      Sid: "AllowScopedEC2InstanceActionsWithTags",
      Effect: "Allow",
      Action: ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
      Resource: LAUNCHED.map(own),
      Condition: onRequest,
    },
    {
      Sid: "AllowScopedResourceCreationTagging",
      Effect: "Allow",
      Action: ["ec2:CreateTags"],
      Resource: LAUNCHED.map(own),
      Condition: {
        ...onRequest,
        StringEquals: {
          ...onRequest.StringEquals,
          "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
        },
      },
    },
    {
      Sid: "AllowScopedResourceTagging",
      Effect: "Allow",
      Action: ["ec2:CreateTags"],
      Resource: [own("instance")],
      Condition: {
        ...onResource,
        "ForAllValues:StringEquals": { "aws:TagKeys": ["karpenter.sh/nodeclaim", "Name"] },
      },
    },
    {
      Sid: "AllowScopedDeletion",
      Effect: "Allow",
      Action: ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
      Resource: [own("instance"), own("launch-template")],
      Condition: onResource,
    },
  ];
}
