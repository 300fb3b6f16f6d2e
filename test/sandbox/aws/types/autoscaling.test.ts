import { AwsAccountFixture, type Made } from "../aws-account-fixture";

const GROUP = "aws:autoscaling/group:Group";
const TAG = "aws:autoscaling/tag:Tag";
const HOOK = "aws:autoscaling/lifecycleHook:LifecycleHook";

let aws: AwsAccountFixture;
let group: Made;

beforeEach(async () => {
  aws = new AwsAccountFixture();
  const vpc = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const subnet = await aws.make("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
  const template = await aws.make("aws:ec2/launchTemplate:LaunchTemplate", { name: "template" });
  const launchTemplate = { id: template.id, version: "1" };
  group = await aws.make(GROUP, { minSize: 1, maxSize: 3, vpcZoneIdentifiers: [subnet.id], launchTemplate }, "workers");
});

test("a group is known by its name, and begins at its least size", () => {
  expect(group.id).toMatch(/^workers-[0-9a-f]{7}$/);
  expect(group.state).toMatchObject({
    arn: expect.stringMatching(
      new RegExp(
        `^arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:[0-9a-f-]{36}:autoScalingGroupName/${group.id}$`,
      ),
    ),
    desiredCapacity: 1,
    healthCheckType: "EC2",
  });
});

test("sizes and templates change in place, the name doesn't", () => {
  const changed = { ...group.inputs, maxSize: 4, launchTemplate: { id: "lt-2", version: "1" } };
  expect(aws.diff(GROUP, group, changed, "workers").changes.map(({ replaces }) => replaces)).toEqual([false, false]);
  expect(aws.diff(GROUP, group, { ...group.inputs, name: "other" }, "workers").changes).toEqual([
    { path: ["name"], kind: "update", replaces: true },
  ]);
});

test.each([
  [{ minSize: 5 }, "min 5 is above max 3"],
  [{ desiredCapacity: 4 }, "desired 4 is above max 3"],
  [
    { launchTemplate: null },
    "none is given; give exactly one of launchConfiguration, launchTemplate, mixedInstancesPolicy",
  ],
  [{ mixedInstancesPolicy: {} }, "launchTemplate and mixedInstancesPolicy are given"],
  [{ vpcZoneIdentifiers: null }, "none is given; give exactly one of availabilityZones, vpcZoneIdentifiers"],
])("a group with %j is refused", (inputs, message) => {
  expect(aws.failures(GROUP, { ...group.inputs, ...inputs }, "workers")[0]?.reason).toContain(message);
});

test("tags and hooks belong to a group that exists", async () => {
  const tag = { key: "k", value: "v", propagateAtLaunch: true };
  await expect(aws.make(TAG, { autoscalingGroupName: "none", tag })).rejects.toThrow(
    'autoscalingGroupName names "none"',
  );
  expect((await aws.make(TAG, { autoscalingGroupName: group.id, tag })).id).toBe(`${group.id},k`);
  const hook = { autoscalingGroupName: group.id, lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING" };
  expect((await aws.make(HOOK, { ...hook, name: "drain" })).state).toMatchObject({ defaultResult: "ABANDON" });
  expect(aws.failures(HOOK, { ...hook, heartbeatTimeout: 10 })[0]?.reason).toContain("a whole number from 30 to 7200");
});
