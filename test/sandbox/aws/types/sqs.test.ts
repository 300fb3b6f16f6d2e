import { AwsAccountFixture } from "../aws-account-fixture";

const QUEUE = "aws:sqs/queue:Queue";
const POLICY = "aws:sqs/queuePolicy:QueuePolicy";

test("a queue is known by its URL", async () => {
  const aws = new AwsAccountFixture({ region: "cn-north-1" });
  const queue = await aws.make(QUEUE, { name: "interruption", messageRetentionSeconds: 300 });
  expect(queue.id).toBe("https://sqs.cn-north-1.amazonaws.com.cn/111122223333/interruption");
  expect(queue.state).toMatchObject({
    arn: "arn:aws-cn:sqs:cn-north-1:111122223333:interruption",
    url: queue.id,
    messageRetentionSeconds: 300,
    sqsManagedSseEnabled: true,
    visibilityTimeoutSeconds: 30,
  });
});

test.each([
  [{ messageRetentionSeconds: 59 }, "a whole number from 60 to 1209600"],
  [{ messageRetentionSeconds: 1_209_601 }, "a whole number from 60 to 1209600"],
  [{ name: "a b" }, "1 to 80 letters, digits, hyphens and underscores"],
  [{ name: "x".repeat(81) }, "1 to 80 letters"],
  [{ name: "q", fifoQueue: true }, "queues with fifoQueue, and only those, end with .fifo"],
  [{ name: "q.fifo" }, "queues with fifoQueue, and only those, end with .fifo"],
  [{ sqsManagedSseEnabled: true, kmsMasterKeyId: "k" }, "sqsManagedSseEnabled excludes kmsMasterKeyId"],
  [{ policy: "{}" }, "has no Statement"],
])("a queue with %j is refused", (inputs, message) => {
  const [failure] = new AwsAccountFixture().failures(QUEUE, inputs);
  expect(failure?.reason).toContain(message);
});

test.each([60, 1_209_600])("a retention of %d s passes", (messageRetentionSeconds) => {
  expect(new AwsAccountFixture().failures(QUEUE, { messageRetentionSeconds })).toEqual([]);
});

test("a policy belongs to a queue that exists", async () => {
  const aws = new AwsAccountFixture();
  const policy = JSON.stringify({ Statement: [{ Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: "*" }] });
  await expect(aws.make(POLICY, { queueUrl: "https://x", policy })).rejects.toThrow('queueUrl names "https://x"');
  const queue = await aws.make(QUEUE, { name: "q" });
  const made = await aws.make(POLICY, { queueUrl: queue.id, policy });
  expect(made.id).toBe(queue.id);
  expect(aws.diff(POLICY, made, { queueUrl: "https://y", policy }).changes).toEqual([
    { path: ["queueUrl"], kind: "update", replaces: true },
  ]);
});
