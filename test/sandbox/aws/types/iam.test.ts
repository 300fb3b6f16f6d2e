import { AwsAccountFixture, READS, TRUST } from "../aws-account-fixture";

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
const INLINE = "aws:iam/rolePolicy:RolePolicy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const PROFILE = "aws:iam/instanceProfile:InstanceProfile";
const OIDC = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

let aws: AwsAccountFixture;

beforeEach(() => {
  aws = new AwsAccountFixture();
});

/** A policy whose JSON has this many characters. */
function policyOf(length: number): string {
  const empty = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "" }] }).length;
  return JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "x".repeat(length - empty) }] });
}

test("ARNs have the account, no region, and the path", async () => {
  const role = await aws.make(ROLE, { assumeRolePolicy: TRUST, name: "r", path: "/team/" });
  expect(role.id).toBe("r");
  expect(role.state).toMatchObject({
    arn: "arn:aws:iam::111122223333:role/team/r",
    uniqueId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
    maxSessionDuration: 3600,
  });
  expect(role.state).not.toHaveProperty("region");
  const policy = await aws.make(POLICY, { policy: READS, name: "p" });
  expect(policy.id).toBe("arn:aws:iam::111122223333:policy/p");
  const profile = await aws.make(PROFILE, { role: "r", name: "i" });
  expect(profile.state.arn).toBe("arn:aws:iam::111122223333:instance-profile/i");
});

test.each([
  [ROLE, { name: "r" }, "assumeRolePolicy is missing; aws:iam/role:Role requires it"],
  [ROLE, { assumeRolePolicy: READS }, "has no Principal"],
  [ROLE, { assumeRolePolicy: TRUST, name: "a b" }, "allowed is 1 to 64 letters, digits and +=,.@_-"],
  [ROLE, { assumeRolePolicy: TRUST, name: "x".repeat(65) }, "1 to 64 letters"],
  [ROLE, { assumeRolePolicy: TRUST, path: "team" }, "a path that begins and ends with a slash"],
  [ROLE, { assumeRolePolicy: TRUST, maxSessionDuration: 60 }, "a whole number from 3600 to 43200"],
  [POLICY, { policy: policyOf(6145) }, "has 6145 characters without white space; allowed are 6144"],
  [POLICY, { policy: "{}" }, "has no Statement"],
  [INLINE, { role: "r", policy: policyOf(10_241) }, "has 10241 characters without white space; allowed are 10240"],
  [ATTACHMENT, { role: "r", policyArn: "arn:aws-cn:iam::aws:policy/x" }, "an ARN beginning with arn:aws:"],
  [OIDC, { url: "http://x", clientIdLists: ["sts.amazonaws.com"] }, "an https:// address"],
  [OIDC, { url: "https://x", clientIdLists: ["c"], thumbprintLists: ["abc"] }, "40 hexadecimal digits"],
])("%s with %j is refused", (type, inputs, message) => {
  const [failure] = aws.failures(type, inputs);
  expect(failure?.reason).toContain(message);
});

test("policies up to the limit pass", () => {
  expect(aws.failures(POLICY, { policy: policyOf(6144) })).toEqual([]);
});

test("a trust policy has at most 2,048 characters", () => {
  const trust = (length: number) => {
    const empty = JSON.stringify({
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "" } }],
    }).length;
    return JSON.stringify({
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "x".repeat(length - empty) } }],
    });
  };
  expect(aws.failures(ROLE, { assumeRolePolicy: trust(2048) })).toEqual([]);
  expect(aws.failures(ROLE, { assumeRolePolicy: trust(2049) })[0]?.reason).toContain("allowed are 2048");
});

test("the inline policies of a role share 10,240 characters", async () => {
  await aws.make(ROLE, { assumeRolePolicy: TRUST, name: "r" });
  const half = policyOf(5121);
  const first = await aws.make(INLINE, { role: "r", name: "one", policy: half }, "one");
  expect(first.id).toBe("r:one");
  await expect(aws.make(INLINE, { role: "r", name: "two", policy: half }, "two")).rejects.toThrow(
    "policy: the inline policies of role r would have 10242 characters; allowed are 10240 in sum: make it a managed policy",
  );
  await expect(aws.make(INLINE, { role: "r", name: "one", policy: policyOf(9000) }, "one")).resolves.toMatchObject({});
});

test("a role carries at most ten managed policies", async () => {
  await aws.make(ROLE, { assumeRolePolicy: TRUST, name: "r" });
  for (let index = 0; index < 10; index += 1) {
    await aws.make(ATTACHMENT, { role: "r", policyArn: `arn:aws:iam::aws:policy/P${index}` }, `a${index}`);
  }
  await expect(aws.make(ATTACHMENT, { role: "r", policyArn: "arn:aws:iam::aws:policy/P10" }, "a10")).rejects.toThrow(
    "role r would have 11 managed policies; allowed are 10: join policies",
  );
});

test("attachments name roles and policies that exist; AWS owns some", async () => {
  const policyArn = "arn:aws:iam::111122223333:policy/p";
  await expect(aws.make(ATTACHMENT, { role: "r", policyArn })).rejects.toThrow(
    /role names "r", but there is no such aws:iam\/role:Role.*; policyArn names "arn:aws:iam::111122223333:policy\/p"/,
  );
  await aws.make(ROLE, { assumeRolePolicy: TRUST, name: "r" });
  await expect(
    aws.make(ATTACHMENT, { role: "r", policyArn: "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy" }),
  ).resolves.toMatchObject({
    id: expect.stringMatching(/^r-\d{26}$/),
  });
});

test("roles and policies stay while something hangs on them", async () => {
  const role = await aws.make(ROLE, { assumeRolePolicy: TRUST, name: "r" });
  const policy = await aws.make(POLICY, { policy: READS, name: "p" });
  const attachment = await aws.make(ATTACHMENT, { role: "r", policyArn: policy.id });
  const profile = await aws.make(PROFILE, { role: "r", name: "i" });
  await expect(aws.delete(POLICY, policy.id)).rejects.toThrow(`${attachment.id} still depends on it`);
  await expect(aws.delete(ROLE, role.id)).rejects.toThrow(`${attachment.id} and 1 more still depends on it`);
  await aws.delete(ATTACHMENT, attachment.id);
  await expect(aws.delete(ROLE, role.id)).rejects.toThrow(`${profile.id} still depends on it`);
  await aws.delete(PROFILE, profile.id);
  await expect(aws.delete(ROLE, role.id)).resolves.toBe(undefined);
});

test("an identity provider is known by its address, once", async () => {
  const given = { url: "https://oidc.eks.eu-central-1.amazonaws.com/id/ABC", clientIdLists: ["sts.amazonaws.com"] };
  const made = await aws.make(OIDC, given, "one");
  expect(made.id).toBe("arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/ABC");
  await expect(aws.make(OIDC, given, "two")).rejects.toThrow("already exists");
  expect(aws.diff(OIDC, made, { ...given, clientIdLists: ["x"] }, "one").changes).toEqual([
    { path: ["clientIdLists", 0], kind: "update", replaces: false },
  ]);
});
