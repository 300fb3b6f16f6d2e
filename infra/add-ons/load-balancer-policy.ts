import { accountArn, regionalArn } from "../../config/derived/arn";
import type { Location } from "../../config/platform";
import { type PolicyDocument, policyDocument, type Statement } from "../identity/policy-document";

/** Tag by which the controller knows what it made, and for which cluster. Source: kubernetes-sigs/aws-load-balancer-controller v2.14.1, pkg/deploy/tracking/provider.go. */
const OWNER_TAG = "elbv2.k8s.aws/cluster";

/** What load balancers, target groups, listeners and rules are called in the region. */
const balanced = (location: Location, ...kinds: readonly string[]) =>
  kinds.map((kind) => regionalArn(location, "elasticloadbalancing", `${kind}/*`));

/**
 * What the load balancer controller may do: look around, and make, change and delete what carries this cluster's tag. Upstream's policy asks for the tag only; here it has to have the
 * cluster's name, so that two clusters of an account leave each other's load balancers alone. Reads, listeners and rules admit no narrower resource in AWS.
 *
 * Source: kubernetes-sigs/aws-load-balancer-controller v2.14.1, docs/install/iam_policy.json; Service Authorization Reference, Elastic Load Balancing V2.
 */
export function loadBalancerPolicy(location: Location, clusterName: string): PolicyDocument {
  const made = { StringEquals: { [`aws:ResourceTag/${OWNER_TAG}`]: clusterName } };
  const asked = { StringEquals: { [`aws:RequestTag/${OWNER_TAG}`]: clusterName } };
  return policyDocument([
    ...reads(),
    {
      Sid: "MakeServiceRole",
      Effect: "Allow",
      Action: ["iam:CreateServiceLinkedRole"],
      Resource: [accountArn(location, "iam", "role/aws-service-role/elasticloadbalancing.amazonaws.com/*")],
      Condition: { StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
    },
    ...securityGroups(location, clusterName),
    {
      Sid: "MakeLoadBalancers",
      Effect: "Allow",
      Action: ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"],
      Resource: balanced(location, "loadbalancer", "targetgroup"),
      Condition: asked,
    },
    {
      Sid: "TagWhatIsMade",
      Effect: "Allow",
      Action: ["elasticloadbalancing:AddTags"],
      Resource: balanced(location, "loadbalancer", "targetgroup", "listener", "listener-rule"),
      Condition: asked,
    },
    {
      Sid: "TagWhatWasMade",
      Effect: "Allow",
      Action: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
      Resource: balanced(location, "loadbalancer", "targetgroup", "listener", "listener-rule"),
      Condition: made,
    },
    {
      Sid: "ChangeWhatWasMade",
      Effect: "Allow",
      Action: [
        "elasticloadbalancing:AddListenerCertificates",
        "elasticloadbalancing:CreateListener",
        "elasticloadbalancing:CreateRule",
        "elasticloadbalancing:DeleteListener",
        "elasticloadbalancing:DeleteLoadBalancer",
        "elasticloadbalancing:DeleteRule",
        "elasticloadbalancing:DeleteTargetGroup",
        "elasticloadbalancing:DeregisterTargets",
        "elasticloadbalancing:ModifyListener",
        "elasticloadbalancing:ModifyListenerAttributes",
        "elasticloadbalancing:ModifyLoadBalancerAttributes",
        "elasticloadbalancing:ModifyRule",
        "elasticloadbalancing:ModifyTargetGroup",
        "elasticloadbalancing:ModifyTargetGroupAttributes",
        "elasticloadbalancing:RegisterTargets",
        "elasticloadbalancing:RemoveListenerCertificates",
        "elasticloadbalancing:SetIpAddressType",
        "elasticloadbalancing:SetRulePriorities",
        "elasticloadbalancing:SetSecurityGroups",
        "elasticloadbalancing:SetSubnets",
      ],
      Resource: balanced(location, "loadbalancer", "targetgroup", "listener", "listener-rule"),
      Condition: made,
    },
  ]);
}

/** Reads have no resource in AWS: they are of the account. */
function reads(): readonly Statement[] {
  return [
    {
      Sid: "LookAround",
      Effect: "Allow",
      Action: [
        "acm:DescribeCertificate",
        "acm:ListCertificates",
        "ec2:DescribeAccountAttributes",
        "ec2:DescribeAddresses",
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeCoipPools",
        "ec2:DescribeInstances",
        "ec2:DescribeInternetGateways",
        "ec2:DescribeIpamPools",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeTags",
        "ec2:DescribeVpcPeeringConnections",
        "ec2:DescribeVpcs",
        "ec2:GetCoipPoolUsage",
        "ec2:GetSecurityGroupsForVpc",
        "elasticloadbalancing:DescribeCapacityReservation",
        "elasticloadbalancing:DescribeListenerAttributes",
        "elasticloadbalancing:DescribeListenerCertificates",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeLoadBalancerAttributes",
        "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeSSLPolicies",
        "elasticloadbalancing:DescribeTags",
        "elasticloadbalancing:DescribeTargetGroupAttributes",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "elasticloadbalancing:DescribeTrustStores",
      ],
      Resource: ["*"],
    },
  ];
}

/** The groups that the controller makes, and the nodes' own, which it lets its load balancers through. */
function securityGroups(location: Location, clusterName: string): readonly Statement[] {
  const groups = [regionalArn(location, "ec2", "security-group/*")];
  const asked = { [`aws:RequestTag/${OWNER_TAG}`]: clusterName };
  const made = { [`aws:ResourceTag/${OWNER_TAG}`]: clusterName };
  const ofCluster = { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: "owned" };
  return [
    {
      Sid: "MakeSecurityGroups",
      Effect: "Allow",
      Action: ["ec2:CreateSecurityGroup"],
      Resource: groups,
      Condition: { StringEquals: asked },
    },
    {
      Sid: "MakeThemInOwnNetwork",
      Effect: "Allow",
      Action: ["ec2:CreateSecurityGroup"],
      Resource: [regionalArn(location, "ec2", "vpc/*")],
      Condition: { StringEquals: { "aws:ResourceTag/Name": clusterName } },
    },
    {
      Sid: "TagNewSecurityGroups",
      Effect: "Allow",
      Action: ["ec2:CreateTags"],
      Resource: groups,
      Condition: { StringEquals: { ...asked, "ec2:CreateAction": "CreateSecurityGroup" } },
    },
    {
      Sid: "ChangeOwnSecurityGroups",
      Effect: "Allow",
      Action: [
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:CreateTags",
        "ec2:DeleteSecurityGroup",
        "ec2:DeleteTags",
        "ec2:RevokeSecurityGroupIngress",
      ],
      Resource: groups,
      Condition: { StringEquals: made },
    },
    {
      Sid: "LetLoadBalancersThrough",
      Effect: "Allow",
      Action: ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
      Resource: groups,
      Condition: { StringEquals: ofCluster },
    },
  ];
}
