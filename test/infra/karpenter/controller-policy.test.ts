import type { Location } from "../../../config/platform";
import {
  MANAGED_POLICY_MAX_CHARACTERS,
  policyDocument,
  policyJson,
  type Statement,
} from "../../../infra/identity/policy-document";
import { controllerPolicy } from "../../../infra/karpenter/controller-policy";
import { type ReleaseParameters, releaseStatements } from "./release-policy";

const PROD: Location = {
  account: "123456789012",
  region: "us-east-1",
  partition: "aws",
  dnsSuffix: "amazonaws.com",
};
const GOV: Location = { ...PROD, region: "us-gov-west-1", partition: "aws-us-gov" };
const CHINA: Location = { ...PROD, region: "cn-north-1", partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" };

function parameters(location: Location, clusterName: string): ReleaseParameters {
  return {
    ...location,
    clusterName,
    queueName: "karpenter-interruption-prod",
    nodeRoleName: `${clusterName}-karpenter-node`,
  };
}

function ours(location: Location, clusterName: string) {
  const { partition, account, queueName, nodeRoleName } = parameters(location, clusterName);
  const nodeRoleArn = `arn:${partition}:iam::${account}:role/${nodeRoleName}`;
  return controllerPolicy({ location, clusterName, queueName, nodeRoleArn });
}

/** One difference from the release, and why 0.37 allows it. */
interface Delta {
  readonly reason: string;
  readonly change: (statements: readonly Statement[], location: Location) => readonly Statement[];
}

const DELTAS: readonly Delta[] = [
  {
    reason: "resources of an account are the stack's own: subnets, groups and templates of other accounts are not used",
    change: (statements, { account }) =>
      statements.map((statement) => ({
        ...statement,
        Resource: statement.Resource.map((arn) => arn.replace(/^(arn:[^:]+:ec2:[^:]+:)\*:/, `$1${account}:`)),
      })),
  },
  {
    reason: "the only public parameters that image family AL2023 reads are those of EKS node images",
    change: (statements) =>
      statements.map((statement) => ({
        ...statement,
        Resource: statement.Resource.map((arn) =>
          arn.replace(":parameter/aws/service/*", ":parameter/aws/service/eks/optimized-ami/*"),
        ),
      })),
  },
  {
    reason: "with an instance profile of the stack's own, the controller calls IAM for nothing but PassRole (12 to 15)",
    change: (statements) => statements.filter(({ Sid }) => !Sid.includes("InstanceProfile")),
  },
];

describe("the contract with Karpenter 0.37.0", () => {
  test("is a release of sixteen statements with these names", () => {
    const release = releaseStatements(parameters(PROD, "prod-us-east-1"));
    expect(release.map(({ Sid }, index) => `${index + 1} ${Sid}`)).toEqual([
      "1 AllowScopedEC2InstanceAccessActions",
      "2 AllowScopedEC2LaunchTemplateAccessActions",
      "3 AllowScopedEC2InstanceActionsWithTags",
      "4 AllowScopedResourceCreationTagging",
      "5 AllowScopedResourceTagging",
      "6 AllowScopedDeletion",
      "7 AllowRegionalReadActions",
      "8 AllowSSMReadActions",
      "9 AllowPricingReadActions",
      "10 AllowInterruptionQueueActions",
      "11 AllowPassingInstanceRole",
      "12 AllowScopedInstanceProfileCreationActions",
      "13 AllowScopedInstanceProfileTagActions",
      "14 AllowScopedInstanceProfileActions",
      "15 AllowInstanceProfileReadActions",
      "16 AllowAPIServerEndpointDiscovery",
    ]);
  });

  test.each([
    ["prod", PROD],
    ["gov", GOV],
  ])("our policy is the release and the deltas, nothing else (%s)", (_, location) => {
    const release = releaseStatements(parameters(location, "prod-us-east-1"));
    const expected = DELTAS.reduce((statements, { change }) => change(statements, location), release);
    expect(ours(location, "prod-us-east-1")).toEqual(policyDocument(expected));
  });

  test.each(DELTAS.map((delta) => [delta.reason, delta] as const))("each delta changes something: %s", (_, delta) => {
    const release = releaseStatements(parameters(PROD, "prod-us-east-1"));
    expect(delta.change(release, PROD)).not.toEqual(release);
  });

  test("has twelve statements: 1 to 11 and 16", () => {
    const release = releaseStatements(parameters(PROD, "prod-us-east-1")).map(({ Sid }) => Sid);
    expect(ours(PROD, "prod-us-east-1").Statement.map(({ Sid }) => Sid)).toEqual([
      ...release.slice(0, 11),
      release[15],
    ]);
  });

  test("has no condition of v1.0 on a tag that 0.37 never sets", () => {
    expect(policyJson(ours(PROD, "prod-us-east-1"))).not.toContain("eks:eks-cluster-name");
  });
});

describe("partitions", () => {
  test("a GovCloud policy names no resource of another partition", () => {
    const json = policyJson(ours(GOV, "gov"));
    expect(json.match(/arn:[^:]+:/g)?.filter((arn) => arn !== "arn:aws-us-gov:")).toEqual([]);
  });

  test.each([
    [PROD, "ec2.amazonaws.com"],
    [GOV, "ec2.amazonaws.com"],
    [CHINA, "ec2.amazonaws.com.cn"],
  ])("the node role may be passed to EC2 as $partition spells it", (location, service) => {
    const statement = ours(location, "shop").Statement.find(({ Sid }) => Sid === "AllowPassingInstanceRole");
    expect(statement?.Condition).toEqual({ StringEquals: { "iam:PassedToService": service } });
    expect(statement?.Resource).toEqual([`arn:${location.partition}:iam::123456789012:role/shop-karpenter-node`]);
  });
});

describe("size", () => {
  test.each([
    ["this stack's names", PROD, "prod-us-east-1"],
    ["a cluster name of forty characters in GovCloud", GOV, "c".repeat(40)],
  ])("fits into one managed policy with %s", (_, location, clusterName) => {
    const size = policyJson(ours(location, clusterName)).length;
    expect(size).toBeLessThan(MANAGED_POLICY_MAX_CHARACTERS);
    expect(size).toBeGreaterThan(3_000);
  });
});
