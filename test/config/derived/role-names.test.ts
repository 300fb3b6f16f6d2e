import { roleArn, roleName } from "../../../config/derived/role-names";
import { prodPlatform, prodWith } from "../../infra/prod-platform";

const named = (name: string) =>
  prodWith((input) => {
    input.cluster.name = name;
  });

describe("roleName", () => {
  it("begins with the cluster's name", () => {
    expect(roleName(prodPlatform(), "karpenter-controller")).toBe("prod-us-east-1-karpenter-controller");
  });

  it("takes a name of exactly 64 characters", () => {
    expect(roleName(named("c".repeat(43)), "karpenter-controller")).toHaveLength(64);
  });

  it("refuses one more, and says how long a cluster name may be", () => {
    expect(() => roleName(named("c".repeat(44)), "karpenter-controller")).toThrow(
      /of 65 characters; IAM allows 64\. Use a cluster name of at most 43 characters\.$/,
    );
  });
});

describe("roleArn", () => {
  it("is known from configuration", () => {
    expect(roleArn(prodPlatform(), "ebs-csi-driver")).toBe(
      "arn:aws:iam::123456789012:role/prod-us-east-1-ebs-csi-driver",
    );
  });

  it("follows the partition of the region", () => {
    const gov = prodWith((input) => {
      input.aws.region = "us-gov-west-1";
    });
    expect(roleArn(gov, "velero")).toBe("arn:aws-us-gov:iam::123456789012:role/prod-us-east-1-velero");
  });
});
