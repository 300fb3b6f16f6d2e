import { regionalArn } from "../../config/derived/arn";
import type { Location } from "../../config/platform";
import { type PolicyDocument, policyDocument, type Statement } from "../identity/policy-document";
import { launchStatements } from "./launch-statements";

/** What the controller's policy is made from: names and places, so that it can be read before anything exists. */
export interface ControllerPolicyArgs {
  readonly location: Location;
  readonly clusterName: string;
  readonly queueName: string;
  /** Role of the nodes; the only one that the controller may pass on. */
  readonly nodeRoleArn: string;
}

/**
 * What Karpenter's controller may do: the release's statements 1 to 11 and 16, narrowed as far as 0.37 allows.
 *
 * Statements 12 to 15 (instance profiles) are left out: the node class names a profile of the stack's own, and the controller then calls IAM
 * for nothing but `PassRole`. Beyond that the policy differs from the release in two points: resources of an account are the stack's own
 * instead of any account's ({@link launchStatements}), and the only public parameters read are those of EKS node images, because AL2023 is
 * the only image family in use.
 *
 * Nothing here grants use of the key that encrypts root volumes: the key's own policy does, for this role.
 *
 * Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml, KarpenterControllerPolicy; pkg/controllers/nodeclass/status/instanceprofile.go.
 */
export function controllerPolicy({
  location,
  clusterName,
  queueName,
  nodeRoleArn,
}: ControllerPolicyArgs): PolicyDocument {
  return policyDocument([
    ...launchStatements(location, clusterName),
    ...lookupStatements(location),
    {
      // The controller deletes what it has read; it never asks for the queue's attributes.
      Sid: "AllowInterruptionQueueActions",
      Effect: "Allow",
      Action: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      Resource: [regionalArn(location, "sqs", queueName)],
    },
    {
      Sid: "AllowPassingInstanceRole",
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: [nodeRoleArn],
      Condition: { StringEquals: { "iam:PassedToService": `ec2.${location.dnsSuffix}` } },
    },
    {
      Sid: "AllowAPIServerEndpointDiscovery",
      Effect: "Allow",
      Action: ["eks:DescribeCluster"],
      Resource: [regionalArn(location, "eks", `cluster/${clusterName}`)],
    },
  ]);
}

/** What Karpenter reads to choose an instance and an image: statements 7 to 9 of the release. None of these reads reveals workload data. */
function lookupStatements(location: Location): readonly Statement[] {
  return [
    {
      Sid: "AllowRegionalReadActions",
      Effect: "Allow",
      Action: [
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
      Resource: ["*"],
      Condition: { StringEquals: { "aws:RequestedRegion": location.region } },
    },
    {
      Sid: "AllowSSMReadActions",
      Effect: "Allow",
      Action: ["ssm:GetParameter"],
      Resource: [regionalArn({ ...location, account: "" }, "ssm", "parameter/aws/service/eks/optimized-ami/*")],
    },
    {
      Sid: "AllowPricingReadActions",
      Effect: "Allow",
      Action: ["pricing:GetProducts"],
      Resource: ["*"],
    },
  ];
}
