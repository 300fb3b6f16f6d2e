import { parse } from "yaml";
import { NodePools } from "../../../infra/nodes/node-pools";
import { imageReference, soleInstanceType } from "../../../infra/nodes/self-managed-group";
import { CONTROL_PLANE, clusterOutputs, fixture } from "../cluster-fixture";
import { prodPlatform } from "../prod-platform";
import { type RecordedGraph, recordGraph } from "../recorded-graph";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const GROUP = "aws:autoscaling/group:Group";
const KAFKA = "nodes-worker-kafka-v2";

const tags = {
  environment: "production",
  team: "platform-infra",
  stack: "prod",
  "managed-by": "pulumi",
  Name: "prod-us-east-1-worker-kafka-v2",
  "kubernetes.io/cluster/prod-us-east-1": "owned",
};

/** The NodeConfig in the user data of a launch template. */
function nodeConfigOf(userData: unknown) {
  const text = Buffer.from(String(userData), "base64").toString("utf8");
  return parse(text.split("application/node.eks.aws\n\n")[1]?.split("\n--")[0] ?? "");
}

describe("the self-managed pool of prod", () => {
  let graph: RecordedGraph;

  beforeAll(async () => {
    ({ graph } = await recordGraph(() => new NodePools("nodes", fixture(prodPlatform())), clusterOutputs));
  });

  it("has worker-kafka-v2 as five nodes that no autoscaler touches and nothing replaces by itself", () => {
    const group = graph.find(GROUP, KAFKA);
    expect(group.inputs).toEqual({
      name: "prod-us-east-1-worker-kafka-v2",
      minSize: 5,
      desiredCapacity: 5,
      maxSize: 5,
      vpcZoneIdentifiers: ["a", "b", "c"].map((zone) => expect.stringMatching(`kafka.*us-east-1${zone}`)),
      launchTemplate: { id: `${KAFKA}-id`, version: "3" },
      healthCheckType: "EC2",
      protectFromScaleIn: true,
      suspendedProcesses: ["AZRebalance", "InstanceRefresh"],
      tags: Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: false })),
    });
    expect(group.protect).toBe(true);
    expect(JSON.stringify(group.inputs)).not.toContain("k8s.io/cluster-autoscaler");
  });

  it("starts the Kafka nodes from the current image, as i3en.2xlarge, with local volumes and the cluster's coordinates", () => {
    const { userData, ...template } = graph.find(TEMPLATE, KAFKA).inputs;
    expect(template).toMatchObject({
      imageId: "resolve:ssm:/aws/service/eks/optimized-ami/1.29/amazon-linux-2023/x86_64/standard/recommended/image_id",
      instanceType: "i3en.2xlarge",
      iamInstanceProfile: { arn: `${KAFKA}-arn` },
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      vpcSecurityGroupIds: ["sg-nodes"],
    });
    expect(Buffer.from(String(userData), "base64").toString("utf8")).toContain("mkfs.xfs");
    expect(nodeConfigOf(userData).spec).toMatchObject({
      cluster: {
        name: "prod-us-east-1",
        apiServerEndpoint: CONTROL_PLANE.endpoint,
        certificateAuthority: "Q0VSVElGSUNBVEU=",
        cidr: "172.20.0.0/16",
      },
      kubelet: { flags: ["--node-labels=node.kubernetes.io/pool=worker-kafka-v2", "--max-pods=58"] },
    });
  });

  it("lets the Kafka nodes join by an entry for their own role", () => {
    expect(graph.find("aws:eks/accessEntry:AccessEntry", KAFKA).inputs).toEqual({
      clusterName: "prod-us-east-1",
      principalArn: "arn:aws:iam::123456789012:role/prod-us-east-1-worker-kafka-v2",
      type: "EC2_LINUX",
    });
    expect(graph.find("aws:iam/role:Role", KAFKA).inputs.name).toBe("prod-us-east-1-worker-kafka-v2");
    expect(graph.find(GROUP, KAFKA).dependencies).toContain(`aws:eks/accessEntry:AccessEntry ${KAFKA}`);
  });
});

describe("a self-managed pool", () => {
  it("refers to the image of the cluster's version", () => {
    const platform = prodPlatform();
    expect(imageReference({ ...platform, cluster: { ...platform.cluster, version: "1.30" } })).toContain(
      "/optimized-ami/1.30/amazon-linux-2023/",
    );
  });

  it.each([
    ["two types", { instanceTypes: ["i3en.2xlarge", "i3en.3xlarge"] }],
    ["spot", { capacity: "spot" as const }],
  ])("is refused with %s", (_, change) => {
    const kafka = prodPlatform().nodePools["worker-kafka-v2"];
    if (kafka === undefined) throw new Error("no pool worker-kafka-v2");
    expect(soleInstanceType("worker-kafka-v2", kafka)).toBe("i3en.2xlarge");
    expect(() => soleInstanceType("worker-kafka-v2", { ...kafka, ...change })).toThrow(
      'vantage:nodePools.worker-kafka-v2: a pool with manager "self" takes one on-demand instance type',
    );
  });
});
