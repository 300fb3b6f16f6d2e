import { admittedBlocks } from "../../../infra/access/api-admission";
import { autoModeOf } from "../../../infra/cluster/auto-mode";
import { AutoModeCluster } from "../../../infra/cluster/auto-mode-cluster";
import { completeControlPlane } from "../../../infra/cluster/control-plane-child";
import { dataKeyPolicy } from "../../../infra/encryption/key-policies";
import { Keys } from "../../../infra/encryption/keys";
import { Network } from "../../../infra/network/network";
import { clusterOutputs } from "../cluster-fixture";
import { prodPlatform } from "../prod-platform";
import { type RecordedGraph, recordGraph } from "../recorded-graph";
import { govPlatform, govWith } from "./gov-platform";

const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const zones = ["us-gov-west-1a", "us-gov-west-1b", "us-gov-west-1c"];

describe("the cluster with Auto Mode", () => {
  const platform = govPlatform();
  let graph: RecordedGraph;

  beforeAll(async () => {
    ({ graph } = await recordGraph(() => {
      const keys = new Keys("keys", { platform });
      const network = new Network("network", { platform, keys });
      return new AutoModeCluster("cluster", { platform, network, keys });
    }, clusterOutputs));
  });

  it("is the documented one: private, in three zones, all logs, encrypted Secrets, EKS's two pools and no add-on", () => {
    expect(graph.find("eks:index:Cluster", "cluster-eks").inputs).toEqual({
      name: "enhanced-eks-cluster",
      version: "1.34",
      vpcId: expect.stringMatching(/-id$/),
      subnetIds: zones.map((zone) => expect.stringMatching(`nodes.*${zone}`)),
      kubernetesServiceIpAddressRange: "172.20.0.0/16",
      endpointPrivateAccess: true,
      endpointPublicAccess: false,
      authenticationMode: "API",
      serviceRole: expect.anything(),
      encryptionConfigKeyArn: "keys-secrets-arn",
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      upgradePolicy: { supportType: "EXTENDED" },
      deletionProtection: true,
      skipDefaultNodeGroup: true,
      createOidcProvider: false,
      bootstrapSelfManagedAddons: false,
      corednsAddonOptions: expect.objectContaining({ enabled: false }),
      autoMode: {
        enabled: true,
        createNodeRole: false,
        computeConfig: {
          nodePools: ["general-purpose", "system"],
          nodeRoleArn: "arn:aws-us-gov:iam::210987654321:role/enhanced-eks-cluster-auto-node",
        },
      },
    });
    expect(graph.names("aws:eks/addon:Addon")).toEqual([]);
  });

  it("acts as a role with the policies of Auto Mode, its nodes as one with two", () => {
    const attached = Object.values(graph.ofType(ATTACHMENT)).map(({ role, policyArn }) => `${role} ${policyArn}`);
    const of = (role: string, ...names: string[]) =>
      names.map((name) => `enhanced-eks-cluster-${role} arn:aws-us-gov:iam::aws:policy/${name}`);
    expect(attached).toEqual(
      expect.arrayContaining([
        ...of("cluster", "AmazonEKSClusterPolicy", "AmazonEKSComputePolicy", "AmazonEKSBlockStoragePolicy"),
        ...of("cluster", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy"),
        ...of("auto-node", "AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"),
      ]),
    );
    expect(attached.filter((text) => !text.includes("flow-logs"))).toHaveLength(7);
    expect(graph.find("eks:index:Cluster", "cluster-eks").dependencies).toEqual(
      expect.arrayContaining(
        Object.keys(graph.ofType(ATTACHMENT))
          .filter((name) => name.startsWith("cluster-"))
          .map((name) => `${ATTACHMENT} ${name}`),
      ),
    );
  });

  it("lets EC2 be its nodes, and EKS for this cluster its control plane", () => {
    const trust = (name: string) => graph.policy("aws:iam/role:Role", name, "assumeRolePolicy");
    expect(trust("cluster-role")).toMatchObject({
      Statement: [
        {
          Principal: { Service: "eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: {
            ArnEquals: {
              "aws:SourceArn": "arn:aws-us-gov:eks:us-gov-west-1:210987654321:cluster/enhanced-eks-cluster",
            },
          },
        },
      ],
    });
    expect(trust("cluster-node-role")).toMatchObject({
      Statement: [{ Principal: { Service: "ec2.amazonaws.com" }, Action: ["sts:AssumeRole"] }],
    });
  });

  it("logs to the documented group, with a year's retention, a key and protection, which is there first", () => {
    const logs = graph.find("aws:cloudwatch/logGroup:LogGroup", "cluster-control-plane-logs");
    expect(logs).toMatchObject({
      inputs: { name: "/aws/eks/enhanced-eks-cluster/cluster", retentionInDays: 365, kmsKeyId: "keys-logs-arn" },
      protect: true,
    });
    expect(graph.find("eks:index:Cluster", "cluster-eks").dependencies).toContain(
      "aws:cloudwatch/logGroup:LogGroup cluster-control-plane-logs",
    );
  });

  it("is administered by the configured role, through an access entry", () => {
    expect(graph.find("aws:eks/accessEntry:AccessEntry", "cluster-administrator-platform-infra").inputs).toEqual({
      clusterName: "prod-us-east-1",
      principalArn: "arn:aws-us-gov:iam::210987654321:role/platform-infra",
      type: "STANDARD",
    });
  });

  it("admits the VPN's clients to its private API, and not all that is behind the transit gateway", () => {
    expect(
      graph.find("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "cluster-api-from-10.8.0.0/16").inputs,
    ).toMatchObject({
      securityGroupId: "sg-control-plane",
      cidrIpv4: "10.8.0.0/16",
      fromPort: 443,
      toPort: 443,
    });
    expect(admittedBlocks(platform)).toEqual(["10.8.0.0/16"]);
    expect(admittedBlocks(govWith((input) => delete input.access?.transitGatewayVpn))).toEqual([]);
    expect(admittedBlocks(prodPlatform())).toEqual(["10.0.0.0/11"]);
  });

  it("makes volumes by the driver that is built in, encrypted with the data key", () => {
    expect(graph.find("kubernetes:storage.k8s.io/v1:StorageClass", "cluster-gp3").inputs).toMatchObject({
      provisioner: "ebs.csi.eks.amazonaws.com",
      parameters: { type: "gp3", encrypted: "true", kmsKeyId: "keys-data-arn" },
    });
  });

  it("uses the data key as itself, where Karpenter would", () => {
    const arns = (document: unknown) => JSON.stringify(document).match(/role\/[\w-]+(cluster|controller)"/g) ?? [];
    expect(new Set(arns(dataKeyPolicy(platform)))).toEqual(new Set(['role/enhanced-eks-cluster-cluster"']));
    expect(new Set(arns(dataKeyPolicy(prodPlatform())))).toEqual(
      new Set(['role/prod-us-east-1-karpenter-controller"']),
    );
  });
});

test("a creator of the cluster gets nothing by that", () => {
  const transform = completeControlPlane(true);
  expect(
    transform({ type: "aws:eks/cluster:Cluster", name: "", custom: true, props: { accessConfig: {} }, opts: {} }),
  ).toEqual({ props: { accessConfig: { bootstrapClusterCreatorAdminPermissions: false } }, opts: { protect: true } });
});

test("a platform without Auto Mode has another component", () => {
  expect(() => autoModeOf(prodPlatform())).toThrow("vantage:cluster.autoMode: nothing is given");
});
