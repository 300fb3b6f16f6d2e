import { ADMIN_ACCESS_POLICY, accessPolicyArn } from "../../../infra/cluster/access-entries";
import { prodPlatform } from "../prod-platform";

describe("the ARN of an access policy", () => {
  it("is in EKS's own account, without a region", () => {
    expect(accessPolicyArn(prodPlatform().aws, ADMIN_ACCESS_POLICY)).toBe(
      "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
    );
  });

  it("follows the partition", () => {
    const gov = { ...prodPlatform().aws, partition: "aws-us-gov", region: "us-gov-west-1" } as const;
    expect(accessPolicyArn(gov, "AmazonEKSViewPolicy")).toBe(
      "arn:aws-us-gov:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
    );
  });
});
