import { UNKNOWN } from "../../../../sandbox/server/properties";
import { AwsAccountFixture } from "../aws-account-fixture";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const encoded = (text: string) => Buffer.from(text).toString("base64");

test("data that changes makes a version, tags don't", async () => {
  const aws = new AwsAccountFixture();
  const made = await aws.make(TEMPLATE, { name: "template", userData: encoded("one") });
  expect(made.id).toMatch(/^lt-0[0-9a-f]{16}$/);
  expect(made.state).toMatchObject({ latestVersion: 1, defaultVersion: 1 });
  const tagged = await aws.change(TEMPLATE, made, { name: "template", userData: encoded("one"), tags: { a: "b" } });
  expect(tagged.state).toMatchObject({ latestVersion: 1, defaultVersion: 1 });
  const changed = await aws.change(TEMPLATE, tagged, { name: "template", userData: encoded("two") });
  expect(changed.state).toMatchObject({ latestVersion: 2, defaultVersion: 1 });
  const followed = await aws.change(TEMPLATE, changed, {
    name: "template",
    userData: encoded("three"),
    updateDefaultVersion: true,
  });
  expect(followed.state).toMatchObject({ latestVersion: 3, defaultVersion: 3 });
});

test("a preview doesn't know the next version, and knows the present one", async () => {
  const aws = new AwsAccountFixture();
  const made = await aws.make(TEMPLATE, { name: "template", userData: encoded("one") });
  expect(await aws.planChange(TEMPLATE, made, { name: "template", userData: encoded("two") })).toMatchObject({
    arn: made.state.arn,
    latestVersion: UNKNOWN,
    defaultVersion: 1,
  });
  expect(
    await aws.planChange(TEMPLATE, made, { name: "template", userData: encoded("one"), tags: { a: "b" } }),
  ).toMatchObject({
    latestVersion: 1,
  });
});

test("another name takes another template", async () => {
  const aws = new AwsAccountFixture();
  const made = await aws.make(TEMPLATE, { name: "template" });
  expect(aws.diff(TEMPLATE, made, { name: "another" }).changes).toEqual([
    { path: ["name"], kind: "update", replaces: true },
  ]);
});

test.each([
  [{ name: "ab" }, "3 to 125 letters"],
  [{ userData: "no base64!" }, "isn't base64; encode it"],
  [{ userData: encoded("x".repeat(16_385)) }, "has 16385 bytes before encoding; allowed are 16384"],
  [{ imageId: "al2023" }, "an image such as ami-0123456789abcdef0, or resolve:ssm:<parameter>"],
  [{ metadataOptions: { httpTokens: "always" } }, "one of optional, required"],
  [{ metadataOptions: { httpPutResponseHopLimit: 65 } }, "a whole number from 1 to 64"],
  [{ blockDeviceMappings: [{ ebs: { volumeType: "gp4" } }] }, "one of standard, io1, io2, gp2, sc1, st1, gp3"],
  [{ tagSpecifications: [{ resourceType: "node" }] }, "one of elastic-gpu, fleet, instance"],
  [{ vpcSecurityGroupIds: ["sg-1"], networkInterfaces: [{}] }, "vpcSecurityGroupIds excludes networkInterfaces"],
])("a template with %j is refused", (inputs, message) => {
  const [failure] = new AwsAccountFixture().failures(TEMPLATE, { name: "template", ...inputs });
  expect(failure?.reason).toContain(message);
});

test("groups of a template exist, and can go before it", async () => {
  const aws = new AwsAccountFixture();
  await expect(aws.make(TEMPLATE, { name: "template", vpcSecurityGroupIds: ["sg-1"] })).rejects.toThrow(
    'vpcSecurityGroupIds names "sg-1"',
  );
  const vpc = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const group = await aws.make("aws:ec2/securityGroup:SecurityGroup", { vpcId: vpc.id });
  await aws.make(TEMPLATE, { name: "template", vpcSecurityGroupIds: [group.id] });
  await expect(aws.delete("aws:ec2/securityGroup:SecurityGroup", group.id)).resolves.toBe(undefined);
});
