import { CLUSTER, type EksFixture, eksFixture } from "./eks-fixture";

const ADDON = "aws:eks/addon:Addon";
const ENTRY = "aws:eks/accessEntry:AccessEntry";
const ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const POD_IDENTITY = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const principalArn = "arn:aws:iam::111122223333:role/administrators";
const association = {
  clusterName: "c",
  principalArn,
  policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
  accessScope: { type: "cluster" },
};

let fixture: EksFixture;

beforeEach(async () => {
  fixture = await eksFixture();
  await fixture.aws.make(CLUSTER, fixture.cluster);
});

test("an add-on belongs to a cluster that exists", async () => {
  const { aws } = fixture;
  await expect(aws.make(ADDON, { clusterName: "d", addonName: "vpc-cni" })).rejects.toThrow('clusterName names "d"');
  const made = await aws.make(ADDON, { clusterName: "c", addonName: "vpc-cni", addonVersion: "v1.18.3-eksbuild.1" });
  expect(made.id).toBe("c:vpc-cni");
  await expect(aws.make(ADDON, { clusterName: "c", addonName: "vpc-cni" }, "two")).rejects.toThrow("already exists");
  expect(
    aws.diff(ADDON, made, { clusterName: "c", addonName: "coredns", addonVersion: "v1.18.4-eksbuild.1" }).changes,
  ).toEqual([
    { path: ["addonName"], kind: "update", replaces: true },
    { path: ["addonVersion"], kind: "update", replaces: false },
  ]);
  await expect(aws.delete(CLUSTER, "c")).resolves.toBe(undefined);
});

test.each([
  [ADDON, { addonName: "vpc-cni", addonVersion: "latest" }, "a build such as v1.18.3-eksbuild.1"],
  [ADDON, { addonName: "vpc-cni", configurationValues: "env: {}" }, "is not JSON"],
  [ADDON, { addonName: "vpc-cni", resolveConflictsOnCreate: "PRESERVE" }, "one of NONE, OVERWRITE"],
  [ENTRY, { principalArn: "administrators" }, "an ARN beginning with arn:aws:"],
  [ENTRY, { principalArn, type: "NODE" }, "one of STANDARD, EC2_LINUX"],
  [ENTRY, { principalArn, kubernetesGroups: ["system:masters"] }, "doesn't begin with system:"],
  [ENTRY, { principalArn, type: "EC2_LINUX", kubernetesGroups: ["g"] }, "isn't taken by entries of type EC2_LINUX"],
  [ASSOCIATION, { ...association, policyArn: "arn:aws:iam::aws:policy/Admin" }, "the ARN of an access policy of EKS"],
  [ASSOCIATION, { ...association, accessScope: { type: "namespace" } }, "type namespace requires it"],
  [ASSOCIATION, { ...association, accessScope: { type: "cluster", namespaces: ["n"] } }, "isn't taken by type cluster"],
  [POD_IDENTITY, { namespace: "N", roleArn: principalArn, serviceAccount: "s" }, "the name of a namespace"],
])("%s with %j is refused", (type, inputs, message) => {
  expect(fixture.aws.failures(type, { clusterName: "c", ...inputs })[0]?.reason).toContain(message);
});

test("a policy is associated with an entry that exists", async () => {
  const { aws } = fixture;
  await expect(aws.make(ASSOCIATION, association)).rejects.toThrow(
    `principalArn ${principalArn} has no access entry in c; create it first and depend on it`,
  );
  const entry = await aws.make(ENTRY, { clusterName: "c", principalArn });
  expect(entry.id).toBe(`c:${principalArn}`);
  expect(entry.state).toMatchObject({ type: "STANDARD", userName: principalArn });
  const made = await aws.make(ASSOCIATION, association);
  expect(made.id).toBe(`c#${principalArn}#${association.policyArn}`);
});

test("entries need a cluster that knows people by the API", async () => {
  const { aws, cluster } = fixture;
  await aws.make(CLUSTER, { ...cluster, name: "old", accessConfig: { authenticationMode: "CONFIG_MAP" } }, "old");
  await expect(aws.make(ENTRY, { clusterName: "old", principalArn })).rejects.toThrow(
    "clusterName old authenticates by CONFIG_MAP",
  );
});

test("a service account has one identity", async () => {
  const { aws, cluster } = fixture;
  const given = { clusterName: "c", namespace: "n", serviceAccount: "s", roleArn: cluster.roleArn };
  const made = await aws.make(POD_IDENTITY, given, "one");
  expect(made.state).toMatchObject({ associationId: made.id });
  await expect(aws.make(POD_IDENTITY, given, "two")).rejects.toThrow(
    "clusterName and namespace and serviceAccount c n s already exists",
  );
});
