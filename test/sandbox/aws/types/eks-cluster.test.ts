import { UNKNOWN } from "../../../../sandbox/server/properties";
import { CLUSTER, type EksFixture, eksFixture } from "./eks-fixture";

let fixture: EksFixture;

beforeEach(async () => {
  fixture = await eksFixture();
});

test("a cluster has an endpoint, an issuer, a certificate and a group of its own", async () => {
  const { aws, cluster } = fixture;
  const { id, state } = await aws.make(CLUSTER, cluster);
  expect(id).toBe("c");
  expect(state).toMatchObject({
    arn: "arn:aws:eks:eu-central-1:111122223333:cluster/c",
    accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true },
    certificateAuthority: { data: Buffer.from("simulated certificate authority of c").toString("base64") },
    endpoint: expect.stringMatching(/^https:\/\/[0-9A-F]{32}\.gr7\.eu-central-1\.eks\.amazonaws\.com$/),
    identities: [
      {
        oidcs: [
          { issuer: expect.stringMatching(/^https:\/\/oidc\.eks\.eu-central-1\.amazonaws\.com\/id\/[0-9A-F]{32}$/) },
        ],
      },
    ],
    platformVersion: "eks.1",
    status: "ACTIVE",
    version: "1.29",
    vpcConfig: {
      ...cluster.vpcConfig,
      clusterSecurityGroupId: expect.stringMatching(/^sg-0[0-9a-f]{16}$/),
      vpcId: expect.stringMatching(/^vpc-0[0-9a-f]{16}$/),
    },
  });
});

test("a preview knows what the program gives, also inside of vpcConfig", async () => {
  const { aws, cluster } = fixture;
  const state = await aws.plan(CLUSTER, { ...cluster, vpcConfig: { subnetIds: [UNKNOWN, UNKNOWN] } });
  expect(state).toMatchObject({
    endpoint: UNKNOWN,
    version: "1.29",
    vpcConfig: { subnetIds: [UNKNOWN, UNKNOWN], clusterSecurityGroupId: UNKNOWN, vpcId: UNKNOWN },
  });
});

test.each([
  [{ version: "1.29.6" }, 'a minor version such as "1.29"'],
  [{ name: "-c" }, "1 to 100 letters"],
  [{ enabledClusterLogTypes: ["api", "all"] }, "one of api, audit, authenticator, controllerManager, scheduler"],
  [{ accessConfig: { authenticationMode: "IAM" } }, "one of CONFIG_MAP, API_AND_CONFIG_MAP, API"],
  [{ kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/8" } }, "an IPv4 block from /12 to /24"],
  [{ kubernetesNetworkConfig: { serviceIpv4Cidr: "8.8.0.0/16" } }, "a block of 10.0.0.0/8"],
  [{ vpcConfig: {} }, "vpcConfig.subnetIds is missing"],
  [{ vpcConfig: { subnetIds: ["s"], endpointPublicAccess: false } }, "vpcConfig has neither endpoint open"],
])("a cluster with %j is refused", (inputs, message) => {
  const { aws, cluster } = fixture;
  expect(aws.failures(CLUSTER, { ...cluster, ...inputs })[0]?.reason).toContain(message);
});

test("a cluster needs subnets of two zones, and a role that exists", async () => {
  const { aws, cluster, subnetIds } = fixture;
  await expect(aws.make(CLUSTER, { ...cluster, vpcConfig: { subnetIds: subnetIds.slice(1) } })).rejects.toThrow(
    "vpcConfig.subnetIds lie in 1 zone; give subnets of at least two zones",
  );
  await expect(aws.make(CLUSTER, { ...cluster, roleArn: `${cluster.roleArn}x` })).rejects.toThrow("roleArn names");
});

test.each([
  ["name", { name: "d" }],
  ["roleArn", { roleArn: "arn:aws:iam::111122223333:role/other" }],
  ["kubernetesNetworkConfig", { kubernetesNetworkConfig: { serviceIpv4Cidr: "10.100.0.0/16" } }],
  ["bootstrapSelfManagedAddons", { bootstrapSelfManagedAddons: false }],
])("another %s takes a new cluster", async (_input, inputs) => {
  const { aws, cluster } = fixture;
  const made = await aws.make(CLUSTER, { ...cluster, kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/16" } });
  const given = { ...cluster, kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/16" }, ...inputs };
  expect(aws.diff(CLUSTER, made, given).changes).toEqual([expect.objectContaining({ replaces: true })]);
});

test.each([
  ["version", { version: "1.30" }],
  ["logs", { enabledClusterLogTypes: ["audit"] }],
])("another %s changes it in place", async (_input, inputs) => {
  const { aws, cluster } = fixture;
  const made = await aws.make(CLUSTER, cluster);
  expect(aws.diff(CLUSTER, made, { ...cluster, ...inputs }).changes).toEqual([
    expect.objectContaining({ replaces: false }),
  ]);
});

test("encryption can be added, but not taken away", async () => {
  const { aws, cluster } = fixture;
  const key = await aws.make("aws:kms/key:Key");
  const encryptionConfig = { provider: { keyArn: key.state.arn ?? "" }, resources: ["secrets"] };
  const plain = await aws.make(CLUSTER, cluster);
  expect(aws.diff(CLUSTER, plain, { ...cluster, encryptionConfig }).changes).toEqual([
    { path: ["encryptionConfig"], kind: "add", replaces: false },
  ]);
  const encrypted = await aws.change(CLUSTER, plain, { ...cluster, encryptionConfig });
  expect(aws.diff(CLUSTER, encrypted, cluster).changes).toEqual([
    { path: ["encryptionConfig"], kind: "delete", replaces: true },
  ]);
});

test("versions go up, one at a time; authentication goes towards the API", async () => {
  const { aws, cluster } = fixture;
  const made = await aws.make(CLUSTER, cluster);
  const upgraded = await aws.change(CLUSTER, made, { ...cluster, version: "1.30" });
  expect(upgraded.state.version).toBe("1.30");
  for (const version of ["1.29", "1.32"]) {
    await expect(aws.change(CLUSTER, upgraded, { ...cluster, version })).rejects.toThrow(
      `version ${version} can't follow 1.30; go up one minor version at a time, and never down`,
    );
  }
  const back = { ...cluster, version: "1.30", accessConfig: { authenticationMode: "CONFIG_MAP" } };
  await expect(aws.change(CLUSTER, upgraded, back)).rejects.toThrow("CONFIG_MAP can't follow API");
});

test("deletion protection keeps a cluster", async () => {
  const { aws, cluster } = fixture;
  const made = await aws.make(CLUSTER, { ...cluster, deletionProtection: true });
  await expect(aws.delete(CLUSTER, "c")).rejects.toThrow("deletionProtection is on; turn it off in an update first");
  await aws.change(CLUSTER, made, { ...cluster, deletionProtection: false });
  await expect(aws.delete(CLUSTER, "c")).resolves.toBe(undefined);
});
