import type { NodeGroupV2Args } from "@pulumi/eks";
import { autoScalingTags } from "../../../sandbox/eks/auto-scaling-tags";
import { SimulatedNodeGroupV2 } from "../../../sandbox/eks/node-group";
import { CORE } from "./core";
import { type Child, inputsOf, recordChildren, resolved, settled } from "./recorded-children";

const good = {
  cluster: CORE,
  amiId: "resolve:ssm:/aws/service/eks/image_id",
  instanceProfileName: "nodes",
  nodeSubnetIds: ["subnet-1"],
};
let children: Child[];
beforeEach(() => {
  children = recordChildren();
});

async function construct(changed: Record<string, unknown> = {}) {
  const group = new SimulatedNodeGroupV2("kafka", { ...good, ...changed } as unknown as NodeGroupV2Args, {});
  await settled(children);
  return group.state;
}
const template = () => inputsOf(children, "aws:ec2/launchTemplate:LaunchTemplate", "kafka-launchTemplate");

test("defaults: two t3.medium of the image, public addresses, a security group of their own", async () => {
  const state = await construct();
  expect(children.map(({ name }) => name).sort()).toEqual([
    "kafka",
    "kafka",
    "kafka-eksClusterIngressRule",
    "kafka-eksExtApiServerClusterIngressRule",
    "kafka-eksNodeClusterIngressRule",
    "kafka-eksNodeIngressRule",
    "kafka-eksNodeInternetEgressRule",
    "kafka-launchTemplate",
    "kafka-nodeSecurityGroup",
  ]);
  const { userData, ...rest } = template();
  expect(rest).toEqual({
    imageId: "resolve:ssm:/aws/service/eks/image_id",
    instanceType: "t3.medium",
    iamInstanceProfile: { name: "nodes" },
    blockDeviceMappings: [],
    networkInterfaces: [{ associatePublicIpAddress: "true", securityGroups: ["kafka-nodeSecurityGroup-id"] }],
  });
  expect(Buffer.from(String(userData), "base64").toString()).toContain("\n    name: shop\n");
  expect(inputsOf(children, "aws:autoscaling/group:Group", "kafka")).toEqual({
    minSize: 1,
    maxSize: 2,
    desiredCapacity: 2,
    launchTemplate: { name: "kafka-launchTemplate", version: "7" },
    vpcZoneIdentifiers: ["subnet-1"],
    instanceRefresh: { strategy: "Rolling", preferences: { minHealthyPercentage: 50 } },
    tags: autoScalingTags("shop", undefined),
  });
  expect(await resolved(state.nodeSecurityGroupId)).toBe("kafka-nodeSecurityGroup-id");
});

test("the node security group opens what a cluster needs and nothing else", async () => {
  await construct();
  const rules = children.filter(({ type }) => type === "aws:ec2/securityGroupRule:SecurityGroupRule");
  const shown = rules.map(({ name, inputs: i }) =>
    [
      name,
      i.type,
      i.protocol,
      i.fromPort,
      i.toPort,
      i.securityGroupId,
      i.self ?? i.cidrBlocks ?? i.sourceSecurityGroupId,
    ].flat(),
  );
  const nodes = "kafka-nodeSecurityGroup-id";
  expect(shown.sort()).toEqual([
    ["kafka-eksClusterIngressRule", "ingress", "tcp", 443, 443, "sg-made-by-eks", nodes],
    ["kafka-eksExtApiServerClusterIngressRule", "ingress", "tcp", 443, 443, nodes, "sg-made-by-eks"],
    ["kafka-eksNodeClusterIngressRule", "ingress", "tcp", 1025, 65535, nodes, "sg-made-by-eks"],
    ["kafka-eksNodeIngressRule", "ingress", "-1", 0, 0, nodes, true],
    ["kafka-eksNodeInternetEgressRule", "egress", "-1", 0, 0, nodes, "0.0.0.0/0"],
  ]);
  expect(inputsOf(children, "aws:ec2/securityGroup:SecurityGroup", "kafka-nodeSecurityGroup")).toEqual({
    vpcId: "vpc-1",
    description: "Managed by Pulumi",
    revokeRulesOnDelete: true,
    tags: { Name: "kafka-nodeSecurityGroup", "kubernetes.io/cluster/shop": "owned", team: "shop" },
  });
});

test("a security group of the program's own takes the place of the created one", async () => {
  await construct({
    nodeSecurityGroupId: "sg-own",
    clusterIngressRuleId: "sgr-own",
    extraNodeSecurityGroups: [{ id: "sg-extra" }],
    nodeAssociatePublicIpAddress: false,
  });
  expect(children.map(({ name }) => name).sort()).toEqual(["kafka", "kafka", "kafka-launchTemplate"]);
  expect(template().networkInterfaces).toEqual([
    { associatePublicIpAddress: "false", securityGroups: ["sg-own", "sg-extra"] },
  ]);
});

test("the root volume is what options say of it", async () => {
  await construct({ nodeRootVolumeSize: 200, nodeRootVolumeType: "gp3", nodeRootVolumeEncrypted: true });
  expect(template().blockDeviceMappings).toEqual([
    { deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeSize: 200, volumeType: "gp3" } },
  ]);
});

test("labels and taints reach the kubelet, a spot price the market options", async () => {
  await construct({
    labels: { pool: "kafka" },
    taints: { dedicated: { value: "kafka", effect: "NoSchedule" } },
    spotPrice: "0.5",
    enableDetailedMonitoring: true,
  });
  const userData = Buffer.from(String(template().userData), "base64").toString();
  expect(userData).toContain(
    "    flags:\n      - --node-labels=pool=kafka\n      - --register-with-taints=dedicated=kafka:NoSchedule\n",
  );
  expect(template().instanceMarketOptions).toEqual({ marketType: "spot", spotOptions: { maxPrice: "0.5" } });
  expect(template().monitoring).toEqual({ enabled: true });
});
