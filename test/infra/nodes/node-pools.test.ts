import { parse } from "yaml";
import { eksTaints } from "../../../infra/nodes/managed-node-group";
import { NodePools } from "../../../infra/nodes/node-pools";
import { nodeTrust } from "../../../infra/nodes/node-role";
import { clusterOutputs, fixture } from "../cluster-fixture";
import { prodPlatform, prodWith } from "../prod-platform";
import { type RecordedGraph, recordGraph } from "../recorded-graph";

const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const GROUP = "aws:autoscaling/group:Group";
const KAFKA = "nodes-worker-kafka-v2";

const tags = (pool: string) => ({
  environment: "production",
  team: "platform-infra",
  stack: "prod",
  "managed-by": "pulumi",
  Name: `prod-us-east-1-${pool}`,
  "kubernetes.io/cluster/prod-us-east-1": "owned",
});

/** The NodeConfig in the user data of a launch template. */
function nodeConfigOf(userData: unknown) {
  const text = Buffer.from(String(userData), "base64").toString("utf8");
  return parse(text.split("application/node.eks.aws\n\n")[1]?.split("\n--")[0] ?? "");
}

describe("the node pools of prod", () => {
  let graph: RecordedGraph;

  beforeAll(async () => {
    ({ graph } = await recordGraph(() => new NodePools("nodes", fixture(prodPlatform())), clusterOutputs));
  });

  it.each([
    {
      pool: "worker-general-v5",
      instanceTypes: ["m6i.4xlarge"],
      scalingConfig: { minSize: 12, desiredSize: 18, maxSize: 40 },
      capacityType: "ON_DEMAND",
      subnets: "general",
      labels: {},
      taints: [],
    },
    {
      pool: "worker-memory-v3",
      instanceTypes: ["r6i.2xlarge"],
      scalingConfig: { minSize: 4, desiredSize: 7, maxSize: 16 },
      capacityType: "ON_DEMAND",
      subnets: "memory",
      labels: { "workload-type": "memory-intensive" },
      taints: [{ key: "dedicated", value: "memory-workloads", effect: "PREFER_NO_SCHEDULE" }],
    },
    {
      pool: "worker-spot-v2",
      instanceTypes: ["m6i.2xlarge", "m5.2xlarge", "m5a.2xlarge"],
      scalingConfig: { minSize: 0, desiredSize: 11, maxSize: 30 },
      capacityType: "SPOT",
      subnets: "spot",
      labels: { "capacity-type": "spot" },
      taints: [{ key: "spot-instance", value: "true", effect: "NO_SCHEDULE" }],
    },
  ])("have $pool as documented", ({ pool, subnets, ...documented }) => {
    const group = graph.find(NODE_GROUP, `nodes-${pool}`);
    expect(group.inputs).toEqual({
      ...documented,
      clusterName: "prod-us-east-1",
      nodeGroupName: pool,
      nodeRoleArn: "nodes-node-arn",
      version: "1.29",
      amiType: "AL2023_x86_64_STANDARD",
      subnetIds: ["a", "b", "c"].map((zone) => expect.stringMatching(`${subnets}.*us-east-1${zone}`)),
      launchTemplate: { id: `nodes-${pool}-id`, version: "3" },
      updateConfig: { maxUnavailablePercentage: 20 },
      forceUpdateVersion: false,
    });
    expect(group.ignoreChanges).toEqual(["scalingConfig.desiredSize"]);
    // Replaced under its fixed name, it would be emptied first.
    expect(group.protect).toBe(true);
  });

  it.each([
    ["worker-general-v5", 234],
    ["worker-memory-v3", 58],
    ["worker-spot-v2", 58],
  ])("start %s from a template with IMDSv2, an encrypted volume of 200 GiB and room for %i pods", (pool, maxPods) => {
    const { userData, ...template } = graph.find(TEMPLATE, `nodes-${pool}`).inputs;
    expect(template).toEqual({
      name: `prod-us-east-1-${pool}`,
      description: `Nodes of pool ${pool}`,
      updateDefaultVersion: true,
      vpcSecurityGroupIds: ["sg-nodes"],
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: 1,
        httpProtocolIpv6: "disabled",
      },
      monitoring: { enabled: true },
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            volumeType: "gp3",
            volumeSize: 200,
            iops: 3000,
            throughput: 125,
            encrypted: "true",
            kmsKeyId: "keys-data-arn",
            deleteOnTermination: "true",
          },
        },
      ],
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
        resourceType,
        tags: tags(pool),
      })),
    });
    const { kubelet } = nodeConfigOf(userData).spec;
    expect(kubelet.flags).toEqual([`--node-labels=node.kubernetes.io/pool=${pool}`, `--max-pods=${maxPods}`]);
    expect(Object.keys(kubelet.config)).not.toContain("maxPods");
  });

  it.each([
    "aws:eks/addon:Addon cluster-vpc-cni",
    "aws:eks/addon:Addon cluster-kube-proxy",
    "kubernetes:crd.k8s.amazonaws.com/v1alpha1:ENIConfig cluster-pods-us-east-1c",
  ])("come after %s", (before) => {
    for (const name of graph.names(NODE_GROUP)) {
      expect(graph.find(NODE_GROUP, name).dependencies).toContain(before);
    }
    expect(graph.find(GROUP, KAFKA).dependencies).toContain(before);
    expect(graph.names(NODE_GROUP)).toHaveLength(3);
  });

  it("come after the routes through which nodes reach the cluster, and after their role's policies", () => {
    const { dependencies } = graph.find(NODE_GROUP, "nodes-worker-general-v5");
    expect(dependencies.filter((one) => one.startsWith("aws:ec2/route"))).not.toEqual([]);
    expect(dependencies).toContain(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment nodes-node-AmazonEKSWorkerNodePolicy",
    );
  });

  it.each([
    ["coredns", prodPlatform().cluster.managedAddOns?.coredns],
    ["aws-ebs-csi-driver", prodPlatform().cluster.managedAddOns?.["aws-ebs-csi-driver"]],
  ])("come before %s", (addOn, addonVersion) => {
    const { inputs, dependencies } = graph.find("aws:eks/addon:Addon", `nodes-${addOn}`);
    expect(inputs).toMatchObject({
      addonName: addOn,
      addonVersion,
      clusterName: "prod-us-east-1",
      resolveConflictsOnUpdate: "OVERWRITE",
    });
    expect(Object.keys(inputs)).not.toContain("preserve");
    expect(dependencies).toEqual(
      expect.arrayContaining([...graph.names(NODE_GROUP).map((name) => `${NODE_GROUP} ${name}`), `${GROUP} ${KAFKA}`]),
    );
  });

  it("tell the autoscaler the label of the pool that can be empty, and the wait of the pool that keeps its nodes longer", () => {
    expect(graph.names("aws:autoscaling/tag:Tag")).toEqual([
      "nodes-worker-memory-v3-scale-down",
      "nodes-worker-spot-v2-pool-label",
    ]);
    expect(graph.find("aws:autoscaling/tag:Tag", "nodes-worker-spot-v2-pool-label").inputs).toEqual({
      autoscalingGroupName: "eks-group-of-the-pool",
      tag: {
        key: "k8s.io/cluster-autoscaler/node-template/label/node.kubernetes.io/pool",
        value: "worker-spot-v2",
        propagateAtLaunch: false,
      },
    });
  });

  it("give nodes three policies, none of them the CNI's", () => {
    const prefix = "nodes-node-Amazon";
    const attached = graph.names("aws:iam/rolePolicyAttachment:RolePolicyAttachment");
    expect(attached.filter((name) => name.startsWith(prefix))).toEqual([
      "nodes-node-AmazonEC2ContainerRegistryReadOnly",
      "nodes-node-AmazonEKSWorkerNodePolicy",
      "nodes-node-AmazonSSMManagedInstanceCore",
    ]);
  });
});

describe("a pool in a throw-away stack", () => {
  it("is not protected, whoever manages it, and one that is never empty needs no label", async () => {
    const platform = prodWith((input) => {
      input.platform.protectData = false;
      Object.assign(input.nodePools["worker-spot-v2"] ?? {}, { nodes: { min: 1, desired: 2, max: 3 } });
    });
    const { graph } = await recordGraph(() => new NodePools("nodes", fixture(platform)), clusterOutputs);
    expect(graph.find(GROUP, KAFKA).protect).toBe(false);
    expect(graph.names(NODE_GROUP).map((name) => graph.find(NODE_GROUP, name).protect)).toEqual([false, false, false]);
    expect(graph.names("aws:autoscaling/tag:Tag")).toEqual(["nodes-worker-memory-v3-scale-down"]);
  });
});

describe("the parts", () => {
  it("spell taints as the EKS API does", () => {
    const effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"] as const;
    expect(eksTaints(effects.map((effect) => ({ key: "k", value: "v", effect }))).map(({ effect }) => effect)).toEqual([
      "NO_SCHEDULE",
      "PREFER_NO_SCHEDULE",
      "NO_EXECUTE",
    ]);
  });

  it("trust EC2 of the partition", () => {
    const platform = prodPlatform();
    const china = { ...platform, aws: { ...platform.aws, dnsSuffix: "amazonaws.com.cn" } };
    expect(nodeTrust(china).Statement[0]?.Principal).toEqual({ Service: "ec2.amazonaws.com.cn" });
  });
});
