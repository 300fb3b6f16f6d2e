import { noun } from "../../../../review/classes/aws/derived";
import { at, resourceLines } from "../../fixture";

const GONE = "the new one is made first, then the old one is deleted";
const SAME_NAME = "the old one is deleted first, because both would have the same name";

describe("an input of AWS", () => {
  it.each([
    [
      "another name",
      "aws:ec2/securityGroup:SecurityGroup",
      { name: "a" },
      { name: "b" },
      `name of the security group: it is replaced, and ${GONE}`,
    ],
    [
      "another description",
      "aws:ec2/securityGroup:SecurityGroup",
      { name: "a", description: "1" },
      { name: "a", description: "2" },
      `description of the security group: it is replaced, and ${SAME_NAME}`,
    ],
    [
      "a name made up by the provider",
      "aws:iam/policy:Policy",
      { description: "1" },
      { description: "2" },
      `description of the policy: it is replaced, and ${GONE}`,
    ],
    [
      "an inner input",
      "aws:eks/cluster:Cluster",
      at("kubernetesNetworkConfig.ipFamily", "ipv4"),
      at("kubernetesNetworkConfig.ipFamily", "ipv6"),
      `kubernetesNetworkConfig.ipFamily of the cluster: it is replaced, and ${GONE}`,
    ],
    [
      "a mapping that has it",
      "aws:eks/cluster:Cluster",
      {},
      at("kubernetesNetworkConfig.ipFamily", "ipv6"),
      `kubernetesNetworkConfig of the cluster: it is replaced, and ${GONE}`,
    ],
    [
      "one that can't be taken away",
      "aws:eks/cluster:Cluster",
      at("encryptionConfig.resources", ["secrets"]),
      {},
      `encryptionConfig of the cluster: it is replaced, and ${GONE}`,
    ],
  ])("that is for life replaces it: %s", (_what, type, before, after, text) => {
    const [line] = resourceLines(type, before, after);
    expect(line?.split(": ").slice(1).join(": ").split("; ")[0]).toMatch(/^(replacement|data loss): AWS can't change /);
    expect(line).toContain(`AWS can't change ${text}`);
  });

  it.each([
    [
      "aws:iam/role:Role",
      { description: "1" },
      { description: "2" },
      "description: in place: AWS changes description of the role in place",
    ],
    [
      "aws:kms/key:Key",
      { description: "1" },
      { description: "2" },
      "description: in place: AWS changes description of the key in place",
    ],
    [
      "aws:cloudwatch/eventRule:EventRule",
      { description: "1" },
      { description: "2" },
      "description: in place: AWS changes description of the event rule in place",
    ],
    [
      "aws:eks/cluster:Cluster",
      {},
      at("encryptionConfig.resources", ["secrets"]),
      "encryptionConfig: in place: AWS changes encryptionConfig of the cluster in place",
    ],
    [
      "aws:eks/cluster:Cluster",
      {},
      at("kubernetesNetworkConfig.other", 1),
      "kubernetesNetworkConfig: in place: AWS changes kubernetesNetworkConfig of the cluster in place",
    ],
  ])("that isn't changes in place: %s", (type, before, after, line) => {
    expect(resourceLines(type, before, after)).toEqual([line]);
  });
});

test("a type has a name for sentences", () => {
  expect(noun("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")).toBe(
    "the bucket lifecycle configuration",
  );
});
