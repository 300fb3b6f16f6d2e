import { AwsSession } from "../../../sandbox/aws/aws-session";
import { UNKNOWN } from "../../../sandbox/server/properties";
import { ServiceRefusal } from "../../../sandbox/server/service-refusal";
import { FaultPlan } from "../../../sandbox/store/faults";
import { AwsAccountFixture, identity, TRUST } from "./aws-account-fixture";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const ROLE = "aws:iam/role:Role";
const QUEUE = "aws:sqs/queue:Queue";
const BUCKET = "aws:s3/bucket:Bucket";

describe("create", () => {
  test("ids and ARNs have the shape of type, partition, region and account", async () => {
    const aws = new AwsAccountFixture({ region: "us-gov-west-1" });
    const vpc = await aws.make(VPC, { cidrBlock: "10.0.0.0/16" });
    expect(vpc.id).toMatch(/^vpc-[0-9a-f]{17}$/);
    expect(vpc.state).toMatchObject({
      arn: `arn:aws-us-gov:ec2:us-gov-west-1:111122223333:vpc/${vpc.id}`,
      ownerId: "111122223333",
      cidrBlock: "10.0.0.0/16",
      instanceTenancy: "default",
      region: "us-gov-west-1",
    });
  });

  test("two runs from an empty store give the same ids, a second object of the same name another", async () => {
    const [one, other] = [new AwsAccountFixture(), new AwsAccountFixture()];
    const first = await one.make(VPC, { cidrBlock: "10.0.0.0/16" });
    expect((await other.make(VPC, { cidrBlock: "10.0.0.0/16" })).id).toBe(first.id);
    await one.delete(VPC, first.id);
    expect((await one.make(VPC, { cidrBlock: "10.0.0.0/16" })).id).not.toBe(first.id);
  });

  test("a preview makes nothing and knows what follows from the inputs alone", async () => {
    const aws = new AwsAccountFixture({ defaultTags: { tags: { env: "t" } } });
    expect(await aws.plan(VPC, { cidrBlock: "10.0.0.0/16" })).toMatchObject({
      arn: UNKNOWN,
      cidrBlock: "10.0.0.0/16",
      defaultSecurityGroupId: UNKNOWN,
      enableDnsSupport: true,
      tagsAll: { env: "t" },
    });
    expect(aws.store.objects("aws")).toEqual([]);
  });

  test("a preview with unknown inputs passes, and shows them unknown", async () => {
    const aws = new AwsAccountFixture();
    expect(await aws.plan(SUBNET, { vpcId: UNKNOWN, cidrBlock: "10.0.0.0/24" })).toMatchObject({ vpcId: UNKNOWN });
  });

  test("a null input is an input not given", async () => {
    const aws = new AwsAccountFixture();
    const queue = await aws.make(QUEUE, { name: "q", visibilityTimeoutSeconds: null });
    expect(queue.state.visibilityTimeoutSeconds).toBe(30);
  });

  test("before configuration everything is refused", () => {
    const { store } = new AwsAccountFixture();
    const session = new AwsSession(store, new FaultPlan([]));
    expect(() => session.check(identity(VPC, "v"), {}, {})).toThrow(
      "aws provider: not configured; set region and account",
    );
  });
});

describe("tags", () => {
  const config = { defaultTags: { tags: { env: "t", team: "x" } } };

  test("the provider's tags stand under the resource's own", async () => {
    const aws = new AwsAccountFixture(config);
    const vpc = await aws.make(VPC, { cidrBlock: "10.0.0.0/16", tags: { team: "y", Name: "n" } });
    expect(vpc.inputs.tags).toEqual({ env: "t", team: "y", Name: "n" });
    expect(vpc.state.tagsAll).toEqual({ env: "t", team: "y", Name: "n" });
  });

  test("types that take no tags get none, unknown tags stay unknown", () => {
    const aws = new AwsAccountFixture(config);
    expect(aws.checked("aws:ec2/tag:Tag", { resourceId: "r", key: "k", value: "v" })).not.toHaveProperty("tags");
    expect(aws.checked(VPC, { cidrBlock: "10.0.0.0/16", tags: UNKNOWN }).tags).toBe(UNKNOWN);
  });

  test.each([
    [{ "aws:x": "v" }, 'key "aws:x" begins with aws:, which is reserved; choose another key'],
    [{ ["k".repeat(129)]: "v" }, "has 129 characters; allowed are 1 to 128"],
    [{ k: "v".repeat(257) }, "value of k has 257 characters; allowed are up to 256"],
    [Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, "v"])), "holds 51 tags; allowed are up to 50"],
  ])("tags out of bounds are refused (%#)", (tags, message) => {
    const [failure] = new AwsAccountFixture().failures(VPC, { cidrBlock: "10.0.0.0/16", tags });
    expect(failure).toEqual({ property: "tags", reason: expect.stringContaining(message) });
  });
});

describe("names", () => {
  test("an automatic name is the logical name and seven digits, and stays", async () => {
    const aws = new AwsAccountFixture();
    const role = await aws.make(ROLE, { assumeRolePolicy: TRUST }, "reader");
    expect(role.state.name).toMatch(/^reader-[0-9a-f]{7}$/);
    expect(role.id).toBe(role.state.name);
    expect(aws.diff(ROLE, role, { assumeRolePolicy: TRUST }, "reader").changes).toEqual([]);
  });

  test("a replacement gets another automatic name, so that both can stand", async () => {
    const aws = new AwsAccountFixture();
    const role = await aws.make(ROLE, { assumeRolePolicy: TRUST }, "reader");
    const diff = aws.diff(ROLE, role, { assumeRolePolicy: TRUST, path: "/x/" }, "reader");
    expect(diff.deleteBeforeReplace).toBe(false);
    const replacement = await aws.make(ROLE, { assumeRolePolicy: TRUST, path: "/x/" }, "reader");
    expect(replacement.state.name).toMatch(/^reader-[0-9a-f]{7}$/);
    expect(replacement.state.name).not.toBe(role.state.name);
  });

  test("with a given name the old object goes first", async () => {
    const aws = new AwsAccountFixture();
    const role = await aws.make(ROLE, { assumeRolePolicy: TRUST, name: "reader" });
    expect(aws.diff(ROLE, role, { assumeRolePolicy: TRUST, name: "reader", path: "/x/" })).toEqual({
      changes: [{ path: ["path"], kind: "add", replaces: true }],
      deleteBeforeReplace: true,
    });
  });

  test("a prefix is completed by the service, once", async () => {
    const aws = new AwsAccountFixture();
    const role = await aws.make(ROLE, { assumeRolePolicy: TRUST, namePrefix: "reader-" });
    expect(role.state.name).toMatch(/^reader-\d{18}[0-9a-f]{8}$/);
    const changed = await aws.change(ROLE, role, { assumeRolePolicy: TRUST, namePrefix: "reader-", description: "d" });
    expect(changed.state.name).toBe(role.state.name);
    expect(changed.state.arn).toBe(role.state.arn);
  });

  test.each([
    [ROLE, { assumeRolePolicy: TRUST, name: "n" }],
    [QUEUE, { name: "n" }],
    [BUCKET, { bucket: "nnn" }],
  ])("%s of a taken name is refused", async (type, inputs) => {
    const aws = new AwsAccountFixture();
    const { id } = await aws.make(type, inputs, "one");
    await expect(aws.make(type, inputs, "other")).rejects.toThrow(
      new ServiceRefusal(`${type} ${id} already exists (made by ${identity(type, "one").urn}); import or delete it`),
    );
  });

  test("a bucket's name is taken in all of AWS, a queue's in its region", async () => {
    const here = new AwsAccountFixture();
    const there = new AwsAccountFixture({ region: "us-east-1", allowedAccountIds: ["444455556666"] }, [], here.store);
    await here.make(BUCKET, { bucket: "taken" }, "one");
    await here.make(QUEUE, { name: "taken" }, "one");
    await expect(there.make(BUCKET, { bucket: "taken" }, "other")).rejects.toThrow(
      "bucket taken already exists in all of AWS",
    );
    await expect(there.make(QUEUE, { name: "taken" }, "other")).resolves.toMatchObject({
      id: "https://sqs.us-east-1.amazonaws.com/444455556666/taken",
    });
  });
});

describe("diff", () => {
  test("a provider that moved to another region makes regional objects anew, IAM stays", async () => {
    const here = new AwsAccountFixture();
    const vpc = await here.make(VPC, { cidrBlock: "10.0.0.0/16" });
    const role = await here.make(ROLE, { assumeRolePolicy: TRUST });
    const there = new AwsAccountFixture({ region: "us-east-1" }, [], here.store);
    expect(there.diff(VPC, vpc, { cidrBlock: "10.0.0.0/16" }).changes).toEqual([
      { path: ["region"], kind: "update", replaces: true },
    ]);
    expect(there.diff(ROLE, role, { assumeRolePolicy: TRUST }).changes).toEqual([]);
  });

  test("JSON of the same meaning is no change", async () => {
    const aws = new AwsAccountFixture();
    const role = await aws.make(ROLE, { assumeRolePolicy: TRUST });
    const { Statement, Version } = JSON.parse(TRUST);
    expect(aws.diff(ROLE, role, { assumeRolePolicy: JSON.stringify({ Statement, Version }, null, 2) }).changes).toEqual(
      [],
    );
  });

  test("an unknown in place of an input that can't change plans a replacement", async () => {
    const aws = new AwsAccountFixture();
    const vpc = await aws.make(VPC, { cidrBlock: "10.0.0.0/16" });
    const subnet = await aws.make(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    expect(aws.diff(SUBNET, subnet, { vpcId: UNKNOWN, cidrBlock: "10.0.0.0/24" }).changes).toEqual([
      { path: ["vpcId"], kind: "update", replaces: true },
    ]);
  });
});

describe("update", () => {
  test("a planned change keeps what the service said before", async () => {
    const aws = new AwsAccountFixture();
    const queue = await aws.make(QUEUE, { name: "q", messageRetentionSeconds: 300 });
    expect(await aws.planChange(QUEUE, queue, { name: "q", messageRetentionSeconds: 400 })).toMatchObject({
      arn: "arn:aws:sqs:eu-central-1:111122223333:q",
      messageRetentionSeconds: 400,
    });
    expect((await aws.read(QUEUE, queue.id))?.inputs.messageRetentionSeconds).toBe(300);
    await aws.change(QUEUE, queue, { name: "q", messageRetentionSeconds: 400 });
    expect((await aws.read(QUEUE, queue.id))?.properties.messageRetentionSeconds).toBe(400);
  });

  test("an object whose resource has another name by now keeps what it was made with", async () => {
    const aws = new AwsAccountFixture();
    const made = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }, "old");
    const changed = await aws.change(VPC, made, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true }, "new");
    expect(changed.state).toEqual({ ...made.state, enableDnsHostnames: true });
  });

  test("what is gone can't be updated", async () => {
    const aws = new AwsAccountFixture();
    const queue = await aws.make(QUEUE, { name: "q" });
    await aws.delete(QUEUE, queue.id);
    await expect(aws.change(QUEUE, queue, { name: "q", delaySeconds: 1 })).rejects.toThrow(
      "no longer exists; run refresh",
    );
  });
});

describe("read", () => {
  test("finds drift in inputs and tags, and nothing for what is gone", async () => {
    const aws = new AwsAccountFixture();
    const queue = await aws.make(QUEUE, { name: "q", delaySeconds: 5 });
    const object = aws.store.objects("aws")[0];
    if (object === undefined) throw new Error("the queue is not in the store");
    aws.store.replace({ ...object, inputs: { ...object.inputs, delaySeconds: 9, tags: { by: "hand" } } });
    const found = await aws.read(QUEUE, queue.id);
    expect(found?.inputs).toEqual({ name: "q", delaySeconds: 9, tags: { by: "hand" } });
    expect(found?.properties).toMatchObject({ delaySeconds: 9, tags: { by: "hand" }, tagsAll: { by: "hand" } });
    aws.store.remove(object);
    expect(await aws.read(QUEUE, queue.id)).toBe(undefined);
  });
});

describe("delete", () => {
  test("what others depend on is kept until they are gone", async () => {
    const aws = new AwsAccountFixture();
    const vpc = await aws.make(VPC, { cidrBlock: "10.0.0.0/16" });
    const subnet = await aws.make(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    await aws.make(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" }, "b");
    await expect(aws.delete(VPC, vpc.id)).rejects.toThrow(
      `aws:ec2/vpc:Vpc ${vpc.id} can't be deleted: aws:ec2/subnet:Subnet ${subnet.id} and 1 more still depends on it; delete that first`,
    );
  });

  test("deleting twice is no error", async () => {
    const aws = new AwsAccountFixture();
    const vpc = await aws.make(VPC, { cidrBlock: "10.0.0.0/16" });
    await aws.delete(VPC, vpc.id);
    await expect(aws.delete(VPC, vpc.id)).resolves.toBe(undefined);
  });
});

describe("faults", () => {
  test("an operation that fails leaves no object", async () => {
    const aws = new AwsAccountFixture({}, [{ action: "fail", nth: 1, operation: "create", type: VPC }]);
    await expect(aws.make(VPC, { cidrBlock: "10.0.0.0/16" })).rejects.toThrow("simulated fault: create number 1");
    expect(aws.store.objects("aws")).toEqual([]);
    await expect(aws.make(VPC, { cidrBlock: "10.0.0.0/16" })).resolves.toMatchObject({
      id: expect.stringMatching(/^vpc-/),
    });
  });

  test("an operation that hangs ends with the engine's cancellation", async () => {
    const aws = new AwsAccountFixture({}, [{ action: "hang", nth: 1, operation: "create" }]);
    const making = aws.make(VPC, { cidrBlock: "10.0.0.0/16" });
    setTimeout(() => aws.session.cancel(), 10);
    await expect(making).rejects.toThrow("hung until it was cancelled");
  });
});
