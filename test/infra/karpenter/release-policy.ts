import type { Condition, Statement } from "../../../infra/identity/policy-document";

/** What the template of the release fills in. */
export interface ReleaseParameters {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly clusterName: string;
  readonly queueName: string;
  readonly nodeRoleName: string;
}

/**
 * The sixteen statements of KarpenterControllerPolicy, as the release has them: what ours is compared with.
 *
 * Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml (the same from v0.36.0 to v0.37.8).
 */
export function releaseStatements(parameters: ReleaseParameters): readonly Statement[] {
  const { partition: P, region: R, account: A, clusterName: C, queueName, nodeRoleName } = parameters;
  const ec2 = (...types: string[]): string[] => types.map((type) => `arn:${P}:ec2:${R}:*:${type}/*`);
  const image = (...types: string[]): string[] => types.map((type) => `arn:${P}:ec2:${R}::${type}/*`);
  const six = ["fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request"];
  const cluster = (where: string) => ({ [`aws:${where}Tag/kubernetes.io/cluster/${C}`]: "owned" });
  const nodePool = (where: string) => ({ [`aws:${where}Tag/karpenter.sh/nodepool`]: "*" });
  const region = (where: string) => ({ [`aws:${where}Tag/topology.kubernetes.io/region`]: R });
  const nodeClass = (where: string) => ({ [`aws:${where}Tag/karpenter.k8s.aws/ec2nodeclass`]: "*" });
  return [
    allow(
      "AllowScopedEC2InstanceAccessActions",
      ["ec2:RunInstances", "ec2:CreateFleet"],
      [...image("image", "snapshot"), ...ec2("security-group", "subnet")],
    ),
    allow(
      "AllowScopedEC2LaunchTemplateAccessActions",
      ["ec2:RunInstances", "ec2:CreateFleet"],
      ec2("launch-template"),
      { StringEquals: cluster("Resource"), StringLike: nodePool("Resource") },
    ),
    allow(
      "AllowScopedEC2InstanceActionsWithTags",
      ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
      ec2(...six),
      { StringEquals: cluster("Request"), StringLike: nodePool("Request") },
    ),
    allow("AllowScopedResourceCreationTagging", ["ec2:CreateTags"], ec2(...six), {
      StringEquals: {
        ...cluster("Request"),
        "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
      },
      StringLike: nodePool("Request"),
    }),
    allow("AllowScopedResourceTagging", ["ec2:CreateTags"], ec2("instance"), {
      StringEquals: cluster("Resource"),
      StringLike: nodePool("Resource"),
      "ForAllValues:StringEquals": { "aws:TagKeys": ["karpenter.sh/nodeclaim", "Name"] },
    }),
    allow(
      "AllowScopedDeletion",
      ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
      ec2("instance", "launch-template"),
      { StringEquals: cluster("Resource"), StringLike: nodePool("Resource") },
    ),
    allow(
      "AllowRegionalReadActions",
      [
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeImages",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets",
      ],
      ["*"],
      { StringEquals: { "aws:RequestedRegion": R } },
    ),
    allow("AllowSSMReadActions", ["ssm:GetParameter"], [`arn:${P}:ssm:${R}::parameter/aws/service/*`]),
    allow("AllowPricingReadActions", ["pricing:GetProducts"], ["*"]),
    allow(
      "AllowInterruptionQueueActions",
      ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      [`arn:${P}:sqs:${R}:${A}:${queueName}`],
    ),
    allow("AllowPassingInstanceRole", ["iam:PassRole"], [`arn:${P}:iam::${A}:role/${nodeRoleName}`], {
      StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" },
    }),
    allow("AllowScopedInstanceProfileCreationActions", ["iam:CreateInstanceProfile"], ["*"], {
      StringEquals: { ...cluster("Request"), ...region("Request") },
      StringLike: nodeClass("Request"),
    }),
    allow("AllowScopedInstanceProfileTagActions", ["iam:TagInstanceProfile"], ["*"], {
      StringEquals: { ...cluster("Resource"), ...region("Resource"), ...cluster("Request"), ...region("Request") },
      StringLike: { ...nodeClass("Resource"), ...nodeClass("Request") },
    }),
    allow(
      "AllowScopedInstanceProfileActions",
      ["iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile", "iam:DeleteInstanceProfile"],
      ["*"],
      { StringEquals: { ...cluster("Resource"), ...region("Resource") }, StringLike: nodeClass("Resource") },
    ),
    allow("AllowInstanceProfileReadActions", ["iam:GetInstanceProfile"], ["*"]),
    allow("AllowAPIServerEndpointDiscovery", ["eks:DescribeCluster"], [`arn:${P}:eks:${R}:${A}:cluster/${C}`]),
  ];
}

function allow(Sid: string, Action: readonly string[], Resource: readonly string[], Condition?: Condition): Statement {
  return { Sid, Effect: "Allow", Action, Resource, ...(Condition === undefined ? {} : { Condition }) };
}
