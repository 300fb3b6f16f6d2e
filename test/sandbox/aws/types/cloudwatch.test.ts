import { AwsAccountFixture } from "../aws-account-fixture";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const PATTERN = JSON.stringify({ source: ["aws.ec2"], "detail-type": ["EC2 Instance State-change Notification"] });

let aws: AwsAccountFixture;

beforeEach(() => {
  aws = new AwsAccountFixture();
});

test("a log group is known by its name", async () => {
  const group = await aws.make(GROUP, { name: "/aws/eks/c/cluster", retentionInDays: 90 });
  expect(group.state.arn).toBe("arn:aws:logs:eu-central-1:111122223333:log-group:/aws/eks/c/cluster");
  await expect(aws.make(GROUP, { name: "/aws/eks/c/cluster" }, "two")).rejects.toThrow("already exists");
});

test.each([91, 10, -1])("a retention of %d days is refused", (retentionInDays) => {
  expect(aws.failures(GROUP, { retentionInDays })[0]?.reason).toContain("one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120");
});

test.each([
  ["source: aws.ec2", "is not JSON"],
  ["[]", "a JSON object"],
  ["{}", "is empty; name at least the source"],
  ['{"source":"aws.ec2"}', "has the single value source; put it in square brackets"],
  ['{"source":["a"],"detail":{"state":"x"}}', "has the single value detail.state"],
  ['{"source":[]}', "source (an empty list)"],
  [JSON.stringify({ source: ["x".repeat(4096)] }), "allowed are 4096"],
])("an event pattern %s is refused", (eventPattern, message) => {
  expect(aws.failures(RULE, { eventPattern })).toEqual([
    { property: "eventPattern", reason: expect.stringContaining(message) },
  ]);
});

test("a rule has a pattern or a schedule", () => {
  expect(aws.failures(RULE, { scheduleExpression: "rate(1 day)" })).toEqual([]);
  expect(aws.failures(RULE, {})).toEqual([
    { property: "eventPattern", reason: "eventPattern is missing; give it, or scheduleExpression" },
  ]);
  expect(aws.failures(RULE, { scheduleExpression: "daily" })[0]?.reason).toContain("rate(…) or cron(…)");
});

test("a pattern of the same meaning is no change", async () => {
  const rule = await aws.make(RULE, { name: "r", eventPattern: PATTERN });
  expect(rule.state.arn).toBe("arn:aws:events:eu-central-1:111122223333:rule/r");
  const { source, ...rest } = JSON.parse(PATTERN);
  expect(
    aws.diff(RULE, rule, { name: "r", eventPattern: JSON.stringify({ ...rest, source }, null, 1) }).changes,
  ).toEqual([]);
});

test("targets name a rule and a queue that exist, and hold the rule", async () => {
  await aws.make(RULE, { name: "r", eventPattern: PATTERN });
  const queue = await aws.make("aws:sqs/queue:Queue", { name: "q" });
  const arn = String(queue.state.arn);
  await expect(aws.make(TARGET, { rule: "none", arn })).rejects.toThrow('rule names "none"');
  await expect(aws.make(TARGET, { rule: "r", arn: `${arn}x` })).rejects.toThrow(`arn names "${arn}x"`);
  const target = await aws.make(TARGET, { rule: "r", arn, targetId: "KarpenterInterruptionQueueTarget" });
  expect(target.id).toBe("r-KarpenterInterruptionQueueTarget");
  await expect(aws.delete(RULE, "r")).rejects.toThrow(
    `aws:cloudwatch/eventTarget:EventTarget ${target.id} still depends on it`,
  );
  await aws.delete(TARGET, target.id);
  await expect(aws.delete(RULE, "r")).resolves.toBe(undefined);
});

test("a rule has at most five targets", async () => {
  await aws.make(RULE, { name: "r", eventPattern: PATTERN });
  const queue = await aws.make("aws:sqs/queue:Queue", { name: "q" });
  const target = (index: number) =>
    aws.make(TARGET, { rule: "r", arn: queue.state.arn ?? "", targetId: `t${index}` }, `t${index}`);
  for (let index = 0; index < 5; index += 1) await target(index);
  await expect(target(5)).rejects.toThrow("rule r would have 6 targets; allowed are 5");
});

test("a resource policy of logs has at most 5,120 characters", () => {
  const policyDocument = (Resource: string) =>
    JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "logs:*", Resource }] });
  const type = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
  expect(aws.failures(type, { policyName: "p", policyDocument: policyDocument("*") })).toEqual([]);
  expect(
    aws.failures(type, { policyName: "p", policyDocument: policyDocument("x".repeat(5120)) })[0]?.reason,
  ).toContain("allowed are 5120");
});
