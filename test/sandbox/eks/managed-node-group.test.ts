import type { ManagedNodeGroupArgs } from "@pulumi/eks";
import { kubeletTaints, SimulatedManagedNodeGroup } from "../../../sandbox/eks/managed-node-group";
import { CORE } from "./core";
import { type Child, inputsOf, recordChildren, resolved, settled } from "./recorded-children";

let children: Child[];
beforeEach(() => {
  children = recordChildren();
});

async function construct(changed: Record<string, unknown>) {
  const args = { cluster: CORE, nodeRoleArn: "arn:role", ...changed } as unknown as ManagedNodeGroupArgs;
  const group = new SimulatedManagedNodeGroup("general", args, {});
  await settled(children);
  return group.state;
}
const nodeGroup = () => inputsOf(children, "aws:eks/nodeGroup:NodeGroup", "general");
const template = () => inputsOf(children, "aws:ec2/launchTemplate:LaunchTemplate", "general-launchTemplate");

test("defaults: one to two nodes of the cluster's version in its subnets, no launch template", async () => {
  const state = await construct({});
  expect(children.map(({ type }) => type).sort()).toEqual([
    "aws:eks/nodeGroup:NodeGroup",
    "eks:index:ManagedNodeGroup",
  ]);
  expect(nodeGroup()).toEqual({
    clusterName: "shop",
    nodeRoleArn: "arn:role",
    version: "1.29",
    scalingConfig: { desiredSize: 2, minSize: 1, maxSize: 2 },
    subnetIds: ["subnet-1", "subnet-2"],
  });
  expect(await resolved(state.placementGroupName)).toBe("");
});

test("with a launch template of the program's own, the version is the template's business", async () => {
  await construct({
    launchTemplate: { id: "lt-1", version: "3" },
    capacityType: "SPOT",
    instanceTypes: ["m5.large"],
    labels: { pool: "spot" },
    taints: [{ key: "spot", value: "true", effect: "NO_SCHEDULE" }],
    scalingConfig: { minSize: 0, maxSize: 9, desiredSize: 3 },
    subnetIds: ["subnet-2"],
  });
  expect(nodeGroup()).toEqual({
    clusterName: "shop",
    nodeRoleArn: "arn:role",
    launchTemplate: { id: "lt-1", version: "3" },
    capacityType: "SPOT",
    instanceTypes: ["m5.large"],
    labels: { pool: "spot" },
    taints: [{ key: "spot", value: "true", effect: "NO_SCHEDULE" }],
    scalingConfig: { desiredSize: 3, minSize: 0, maxSize: 9 },
    subnetIds: ["subnet-2"],
  });
});

test("the image type follows from the architecture of the instance types", async () => {
  await construct({ operatingSystem: "AL2023", instanceTypes: ["m7g.large"] });
  expect(nodeGroup().amiType).toBe("AL2023_ARM_64_STANDARD");
});

test("IMDSv2 and disk size go into a template that EKS adds its own user data to", async () => {
  await construct({ enableIMDSv2: true, diskSize: 200 });
  expect(template()).toEqual({
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 200 } }],
    metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2, httpEndpoint: "enabled" },
  });
  expect(nodeGroup().launchTemplate).toEqual({ id: "general-launchTemplate-id", version: "7" });
  expect(nodeGroup().diskSize).toBeUndefined();
});

test("an image of its own brings user data, and takes version and image type away from EKS", async () => {
  await construct({
    amiId: "ami-1",
    operatingSystem: "AL2023",
    version: "1.29",
    taints: [{ key: "spot", value: "true", effect: "NO_SCHEDULE" }],
  });
  expect(template().imageId).toBe("ami-1");
  expect(Buffer.from(String(template().userData), "base64").toString()).toContain(
    "    flags:\n      - --register-with-taints=spot=true:NoSchedule\n",
  );
  expect(Object.keys(nodeGroup()).filter((key) => ["amiType", "version", "releaseVersion"].includes(key))).toEqual([]);
});

test("taints change spelling on their way to the kubelet", () => {
  expect(
    kubeletTaints([
      { key: "a", value: "1", effect: "NO_SCHEDULE" },
      { key: "b", effect: "NO_EXECUTE" },
      { key: "c", effect: "PREFER_NO_SCHEDULE" },
    ]),
  ).toEqual({
    a: { value: "1", effect: "NoSchedule" },
    b: { value: undefined, effect: "NoExecute" },
    c: { value: undefined, effect: "PreferNoSchedule" },
  });
  expect(() => kubeletTaints([{ key: "a", effect: "NoSchedule" }])).toThrow(
    'taint "a": effect "NoSchedule" is none of NO_SCHEDULE, NO_EXECUTE, PREFER_NO_SCHEDULE',
  );
});
