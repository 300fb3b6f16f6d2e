import type { Made } from "../aws-account-fixture";
import { CLUSTER, type EksFixture, eksFixture } from "./eks-fixture";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const scalingConfig = { minSize: 1, desiredSize: 2, maxSize: 3 };

let fixture: EksFixture;
let group: {
  clusterName: string;
  nodeRoleArn: string;
  scalingConfig: typeof scalingConfig;
  subnetIds: readonly string[];
};

beforeEach(async () => {
  fixture = await eksFixture();
  await fixture.aws.make(CLUSTER, fixture.cluster);
  group = { clusterName: "c", nodeRoleArn: fixture.cluster.roleArn, scalingConfig, subnetIds: fixture.subnetIds };
});

const template = (inputs: object): Promise<Made> => fixture.aws.make(TEMPLATE, { name: "template", ...inputs });

test("a group has an Auto Scaling group and its cluster's version", async () => {
  const { id, state } = await fixture.aws.make(GROUP, { ...group, nodeGroupName: "workers" });
  expect(id).toBe("c:workers");
  expect(state).toMatchObject({
    arn: expect.stringMatching(/^arn:aws:eks:eu-central-1:111122223333:nodegroup\/c\/workers\/[0-9a-f-]{36}$/),
    capacityType: "ON_DEMAND",
    resources: [{ autoscalingGroups: [{ name: expect.stringMatching(/^eks-workers-[0-9a-f-]{36}$/) }] }],
    version: "1.29",
  });
});

test.each([
  [
    { scalingConfig: { minSize: 4, desiredSize: 2, maxSize: 3 } },
    "scalingConfig.minSize: min 4 is above max 3; keep min <= desired <= max",
  ],
  [
    { scalingConfig: { minSize: 2, desiredSize: 1, maxSize: 3 } },
    "scalingConfig.desiredSize: desired 1 is below min 2",
  ],
  [
    { scalingConfig: { minSize: 1, desiredSize: 4, maxSize: 3 } },
    "scalingConfig.desiredSize: desired 4 is above max 3",
  ],
  [{ scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 0 } }, "a whole number from 1 to 450"],
  [{ taints: [{ key: "k", effect: "NoSchedule" }] }, "one of NO_SCHEDULE, NO_EXECUTE, PREFER_NO_SCHEDULE"],
  [{ capacityType: "spot" }, "one of ON_DEMAND, SPOT, CAPACITY_BLOCK"],
  [{ launchTemplate: { id: "lt-1", version: "1" }, diskSize: 20 }, "diskSize excludes launchTemplate"],
  [{ updateConfig: { maxUnavailable: 1, maxUnavailablePercentage: 1 } }, "not both"],
  [{ nodeGroupName: "x".repeat(64) }, "1 to 63 letters"],
])("a group with %j is refused", (inputs, message) => {
  expect(fixture.aws.failures(GROUP, { ...group, ...inputs })[0]?.reason).toContain(message);
});

test.each([
  [{ imageId: "ami-0123456789abcdef0" }, { version: "1.29" }, "version excludes the image of launchTemplate"],
  [
    { imageId: "resolve:ssm:/x" },
    { amiType: "AL2023_x86_64_STANDARD" },
    "amiType excludes the image of launchTemplate",
  ],
  [
    { instanceType: "m6i.large" },
    { instanceTypes: ["m6i.large"] },
    "instanceTypes is given, and instanceType in launchTemplate",
  ],
])("a template with %j doesn't go with %j", async (inTemplate, inGroup, message) => {
  const { id } = await template(inTemplate);
  await expect(fixture.aws.make(GROUP, { ...group, ...inGroup, launchTemplate: { id, version: "1" } })).rejects.toThrow(
    message,
  );
});

test("a template brings no instance profile, and the version must exist", async () => {
  const profile = await fixture.aws.make("aws:iam/instanceProfile:InstanceProfile", { role: "control-plane" });
  const { id } = await template({ iamInstanceProfile: { name: profile.id } });
  await expect(fixture.aws.make(GROUP, { ...group, launchTemplate: { id, version: "1" } })).rejects.toThrow(
    "names an instance profile",
  );
  await expect(fixture.aws.make(GROUP, { ...group, launchTemplate: { id, version: "2" } })).rejects.toThrow(
    `launchTemplate.version 2 doesn't exist; the latest of ${id} is 1`,
  );
});

test("nodes are at most three versions behind, never ahead", async () => {
  await expect(fixture.aws.make(GROUP, { ...group, version: "1.26" }, "a")).resolves.toMatchObject({});
  for (const version of ["1.25", "1.30"]) {
    await expect(fixture.aws.make(GROUP, { ...group, version }, "b")).rejects.toThrow(
      `version ${version} doesn't fit cluster c at 1.29`,
    );
  }
});

test.each([
  ["subnetIds", { subnetIds: ["subnet-1"] }, true],
  ["instanceTypes", { instanceTypes: ["m6i.large"] }, true],
  ["capacityType", { capacityType: "SPOT" }, true],
  ["nodeRoleArn", { nodeRoleArn: "arn:aws:iam::111122223333:role/r" }, true],
  ["taints", { taints: [{ key: "k", effect: "NO_SCHEDULE" }] }, false],
  ["labels", { labels: { a: "b" } }, false],
  ["scalingConfig", { scalingConfig: { ...scalingConfig, maxSize: 9 } }, false],
])("another %s", async (_input, inputs, replaces) => {
  const made = await fixture.aws.make(GROUP, group);
  const { changes } = fixture.aws.diff(GROUP, made, { ...group, ...inputs });
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.map((change) => change.replaces)).toEqual(changes.map(() => replaces));
});

test("another version of the template rolls the nodes, another template replaces the group", async () => {
  const { id } = await template({});
  const made = await fixture.aws.make(GROUP, { ...group, launchTemplate: { id, version: "1" } });
  expect(fixture.aws.diff(GROUP, made, { ...group, launchTemplate: { id: "lt-2", version: "2" } }).changes).toEqual([
    { path: ["launchTemplate", "id"], kind: "update", replaces: true },
    { path: ["launchTemplate", "version"], kind: "update", replaces: false },
  ]);
});

test("a cluster stays while it has node groups", async () => {
  const { id } = await fixture.aws.make(GROUP, group);
  await expect(fixture.aws.delete(CLUSTER, "c")).rejects.toThrow(
    `aws:eks/nodeGroup:NodeGroup ${id} still depends on it`,
  );
});
