import type { Properties } from "../../../../sandbox/server/properties";
import { CLUSTER, type EksFixture, eksFixture } from "./eks-fixture";

let fixture: EksFixture;
let auto: Properties;

beforeEach(async () => {
  fixture = await eksFixture();
  auto = {
    ...(fixture.cluster as unknown as Properties),
    bootstrapSelfManagedAddons: false,
    computeConfig: { enabled: true, nodePools: ["general-purpose", "system"], nodeRoleArn: fixture.cluster.roleArn },
    storageConfig: { blockStorage: { enabled: true } },
    kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
  };
});

test("a cluster with all parts of Auto Mode is taken, and one with none", async () => {
  expect(fixture.aws.failures(CLUSTER, auto)).toEqual([]);
  const off = { computeConfig: { enabled: false }, storageConfig: {}, kubernetesNetworkConfig: {} };
  expect(fixture.aws.failures(CLUSTER, { ...auto, ...off })).toEqual([]);
  expect((await fixture.aws.make(CLUSTER, auto)).id).toBe("c");
});

test.each<[string, Properties, string]>([
  ["volumes", { storageConfig: {} }, "storageConfig.blockStorage.enabled isn't true while computeConfig.enabled"],
  [
    "load balancers",
    { kubernetesNetworkConfig: {} },
    "kubernetesNetworkConfig.elasticLoadBalancing.enabled isn't true",
  ],
  ["compute", { computeConfig: {} }, "computeConfig.enabled isn't true while storageConfig.blockStorage.enabled"],
  ["add-ons of EKS's", { bootstrapSelfManagedAddons: true }, "has to be false with Auto Mode"],
  ["a role of the nodes", { computeConfig: { enabled: true, nodePools: ["system"] } }, "nodeRoleArn is missing"],
  ["a pool that exists", { computeConfig: { enabled: true, nodePools: ["gpu"] } }, "one of general-purpose, system"],
])("it is refused without %s", (_, changed, message) => {
  const reasons = fixture.aws.failures(CLUSTER, { ...auto, ...changed }).map(({ reason }) => reason);
  expect(reasons.join("\n")).toContain(message);
});

test("its nodes' role has to exist, and can't become another", async () => {
  const { aws } = fixture;
  const missing = "arn:aws:iam::111122223333:role/none";
  const withRole = (nodeRoleArn: string) => ({
    ...auto,
    computeConfig: { enabled: true, nodePools: ["system"], nodeRoleArn },
  });
  await expect(aws.make(CLUSTER, withRole(missing))).rejects.toThrow(`computeConfig.nodeRoleArn names "${missing}"`);
  const made = await aws.make(CLUSTER, auto);
  const other = await aws.make("aws:iam/role:Role", { assumeRolePolicy: TRUST, name: "other" }, "other");
  await expect(aws.change(CLUSTER, made, withRole(String(other.state.arn)))).rejects.toThrow("turn compute off first");
});

const TRUST = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
