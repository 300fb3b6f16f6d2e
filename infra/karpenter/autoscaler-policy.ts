import { regionalArn } from "../../config/derived/arn";
import type { Location } from "../../config/platform";
import { type PolicyDocument, policyDocument } from "../identity/policy-document";

/**
 * What cluster-autoscaler may do: read groups, instance types and templates, and change the size of groups of this cluster.
 *
 * EKS tags the groups of its managed node groups with `k8s.io/cluster-autoscaler/<cluster>`: owned. A self-managed group without that tag, such
 * as the brokers', is out of reach, whatever the autoscaler decides. The reads admit no narrower resource in AWS, save the node groups.
 *
 * Source: kubernetes/autoscaler 1.28, cluster-autoscaler/cloudprovider/aws/README.md, "Full Cluster Autoscaler Features Policy".
 */
export function autoscalerPolicy(location: Location, clusterName: string): PolicyDocument {
  return policyDocument([
    {
      Sid: "ReadGroupsAndInstanceTypes",
      Effect: "Allow",
      Action: [
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeLaunchConfigurations",
        "autoscaling:DescribeScalingActivities",
        "autoscaling:DescribeTags",
        "ec2:DescribeImages",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:GetInstanceTypesFromInstanceRequirements",
      ],
      Resource: ["*"],
    },
    {
      Sid: "ReadNodeGroups",
      Effect: "Allow",
      Action: ["eks:DescribeNodegroup"],
      Resource: [regionalArn(location, "eks", `nodegroup/${clusterName}/*`)],
    },
    {
      Sid: "ResizeOwnGroups",
      Effect: "Allow",
      Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
      Resource: [regionalArn(location, "autoscaling", "autoScalingGroup:*:autoScalingGroupName/*")],
      Condition: {
        StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${clusterName}`]: "owned" },
      },
    },
  ]);
}
