import { Bastion } from "../../../infra/access/bastion";
import { bastionImage } from "../../../infra/access/bastion-host";
import { bastionPolicy } from "../../../infra/access/bastion-policies";
import { sessionDocument } from "../../../infra/access/session-document";
import { AutoModeCluster } from "../../../infra/cluster/auto-mode-cluster";
import { Keys } from "../../../infra/encryption/keys";
import { Network } from "../../../infra/network/network";
import { simulate } from "../../policies/iam/simulate";
import { clusterOutputs } from "../cluster-fixture";
import { type RecordedGraph, recordGraph } from "../recorded-graph";
import { present } from "./gov-findings";
import { govPlatform } from "./gov-platform";

describe("the bastion", () => {
  const platform = govPlatform();
  let graph: RecordedGraph;

  beforeAll(async () => {
    ({ graph } = await recordGraph(() => {
      const keys = new Keys("keys", { platform });
      const network = new Network("network", { platform, keys });
      const cluster = new AutoModeCluster("cluster", { platform, network, keys });
      return new Bastion("bastion", { platform, config: present(platform.access?.bastion), network, cluster, keys });
    }, clusterOutputs));
  });

  it("is one host without key and public address, encrypted, which a group replaces", () => {
    const template = graph.find("aws:ec2/launchTemplate:LaunchTemplate", "bastion-host").inputs;
    expect(template).toMatchObject({
      imageId: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
      instanceType: "t3.medium",
      networkInterfaces: [{ associatePublicIpAddress: "false", securityGroups: ["bastion-group-id"] }],
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ ebs: { encrypted: "true", kmsKeyId: "keys-data-arn" } }],
    });
    expect(Object.keys(template)).not.toContain("keyName");
    expect(graph.find("aws:autoscaling/group:Group", "bastion-host").inputs).toMatchObject({
      minSize: 1,
      maxSize: 1,
      vpcZoneIdentifiers: ["a", "b", "c"].map((zone) => expect.stringMatching(`nodes.*us-gov-west-1${zone}`)),
    });
  });

  it("admits nobody: the one way in is to the API server, from it", () => {
    const rules = graph.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(Object.values(rules).filter(({ securityGroupId }) => securityGroupId === "bastion-group-id")).toEqual([]);
    expect(rules["bastion-to-api"]).toMatchObject({
      securityGroupId: "sg-control-plane",
      referencedSecurityGroupId: "bastion-group-id",
      fromPort: 443,
      toPort: 443,
    });
    expect(graph.find("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "bastion-https").inputs).toMatchObject(
      {
        fromPort: 443,
        toPort: 443,
      },
    );
  });

  it("is reached by Systems Manager, and looks into the cluster without Secrets", () => {
    const policies = Object.values(graph.ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment"));
    expect(
      policies
        .filter(({ role }) => role === "enhanced-eks-cluster-bastion")
        .map(({ policyArn }) => policyArn)
        .sort(),
    ).toEqual(["arn:aws-us-gov:iam::aws:policy/AmazonSSMManagedInstanceCore", "bastion-policy-arn"]);
    expect(graph.find("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "bastion-access").inputs).toEqual({
      clusterName: "enhanced-eks-cluster",
      principalArn: "arn:aws-us-gov:iam::210987654321:role/enhanced-eks-cluster-bastion",
      policyArn: "arn:aws-us-gov:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
      accessScope: { type: "cluster" },
    });
  });

  it("writes its sessions down, encrypted", () => {
    expect(graph.find("aws:cloudwatch/logGroup:LogGroup", "bastion-sessions")).toMatchObject({
      inputs: { name: "/aws/ssm/enhanced-eks-cluster/sessions", retentionInDays: 365, kmsKeyId: "keys-logs-arn" },
      protect: true,
    });
    expect(JSON.parse(String(graph.find("aws:ssm/document:Document", "bastion-sessions").inputs.content))).toEqual(
      sessionDocument(platform),
    );
    expect(sessionDocument(platform)).toMatchObject({
      inputs: {
        cloudWatchLogGroupName: "/aws/ssm/enhanced-eks-cluster/sessions",
        cloudWatchEncryptionEnabled: true,
        idleSessionTimeout: "20",
      },
    });
  });

  const ours = "arn:aws-us-gov:eks:us-gov-west-1:210987654321:cluster/enhanced-eks-cluster";
  it.each([
    ["allowed", "eks:DescribeCluster", ours],
    ["denied", "eks:DescribeCluster", `${ours}-2`],
    ["denied", "eks:UpdateClusterConfig", ours],
    [
      "allowed",
      "logs:PutLogEvents",
      "arn:aws-us-gov:logs:us-gov-west-1:210987654321:log-group:/aws/ssm/enhanced-eks-cluster/sessions:log-stream:s",
    ],
    [
      "denied",
      "logs:PutLogEvents",
      "arn:aws-us-gov:logs:us-gov-west-1:210987654321:log-group:/aws/eks/enhanced-eks-cluster/cluster:log-stream:s",
    ],
  ])("simulator: %s: %s on %s", async (expected, action, resource) => {
    const principal = "arn:aws-us-gov:sts::210987654321:assumed-role/enhanced-eks-cluster-bastion/i-1";
    const call = { principal, action, resource, account: "210987654321", context: {} };
    expect(await simulate(call, { identity: [bastionPolicy(platform)] })).toBe(expected);
  });
});

test("the image follows the type's architecture, and an unknown type has none", () => {
  expect(bastionImage("m6g.xlarge")).toMatch(/-arm64$/);
  expect(() => bastionImage("x9.huge")).toThrow(
    "vantage:access.bastion.instanceType: there is no reference data for x9.huge",
  );
});
