import { AwsAccountFixture } from "../aws-account-fixture";

const TOPIC = "aws:sns/topic:Topic";
const POLICY = "aws:sns/topicPolicy:TopicPolicy";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const policy = (Action: string, Resource = "*") =>
  JSON.stringify({ Statement: [{ Effect: "Deny", Principal: "*", Action, Resource }] });

test("a topic is known by its ARN", async () => {
  const aws = new AwsAccountFixture({ region: "us-gov-west-1" });
  const topic = await aws.make(TOPIC, { name: "alerts" });
  expect(topic.id).toBe("arn:aws-us-gov:sns:us-gov-west-1:111122223333:alerts");
  expect(topic.state).toMatchObject({ arn: topic.id, owner: "111122223333", fifoTopic: false });
  await expect(aws.make(TOPIC, { name: "alerts" }, "two")).rejects.toThrow("already exists");
  expect(aws.diff(TOPIC, topic, { name: "findings", displayName: "x" }).changes).toEqual([
    { path: ["displayName"], kind: "add", replaces: false },
    { path: ["name"], kind: "update", replaces: true },
  ]);
});

test.each([
  [TOPIC, { name: "a b" }, "1 to 256 letters, digits, hyphens and underscores"],
  [TOPIC, { name: "a", displayName: "x".repeat(101) }, "up to 100 characters"],
  [POLICY, { arn: "alerts", policy: policy("sns:Publish") }, "an ARN beginning with arn:aws:"],
  [POLICY, { arn: "arn:aws:sns:eu-central-1:111122223333:a", policy: policy("sns:*") }, "takes no sns:*"],
  [POLICY, { arn: "arn:aws:sns:eu-central-1:111122223333:a", policy: "{}" }, "has no Statement"],
  [SUBSCRIPTION, { topic: "t", protocol: "pigeon", endpoint: "x" }, "one of application, email"],
  [SUBSCRIPTION, { topic: "t", protocol: "email", endpoint: "sre-team" }, "is no address of protocol email"],
])("%s with %j is refused", (type, inputs, message) => {
  expect(new AwsAccountFixture().failures(type, inputs)[0]?.reason).toContain(message);
});

test("policies and subscriptions belong to a topic that exists; an address waits for its owner's word", async () => {
  const aws = new AwsAccountFixture();
  const missing = "arn:aws:sns:eu-central-1:111122223333:none";
  await expect(aws.make(POLICY, { arn: missing, policy: policy("sns:Publish") })).rejects.toThrow(
    `arn names "${missing}"`,
  );
  const topic = await aws.make(TOPIC, { name: "alerts" });
  expect((await aws.make(POLICY, { arn: topic.id, policy: policy("sns:Publish") })).id).toBe(topic.id);
  const given = { topic: topic.id, protocol: "email", endpoint: "sre-team@example.com" };
  const made = await aws.make(SUBSCRIPTION, given);
  expect(made.id).toMatch(new RegExp(`^${topic.id}:[0-9a-f-]{36}$`));
  expect(made.state).toMatchObject({ arn: made.id, pendingConfirmation: true });
  await expect(aws.make(SUBSCRIPTION, given, "two")).rejects.toThrow("already exists");
});
