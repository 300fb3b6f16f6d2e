import { managedAddOnBuilds } from "../../../config/checks/managed-add-ons";
import { findingsAfter, pathsAfter } from "./prod-findings";

const onKubernetes = (version: string) => (input: { cluster: object }) => {
  Object.assign(input.cluster, { version });
};

const ADD_ONS = "vantage:cluster.managedAddOns";

describe("builds of the managed add-ons", () => {
  it("of prod are known for Kubernetes 1.29", () => {
    expect(findingsAfter(managedAddOnBuilds)).toEqual([]);
  });

  it("that nobody knows are refused, and the known ones named", () => {
    const findings = findingsAfter(managedAddOnBuilds, ({ cluster }) => {
      Object.assign(cluster.managedAddOns ?? {}, { coredns: "v1.11.4-eksbuild.999" });
    });
    expect(findings).toEqual([
      {
        path: ["cluster", "managedAddOns", "coredns"],
        given: "v1.11.4-eksbuild.999 on Kubernetes 1.29",
        allowed: "a build known for 1.29: v1.11.3-eksbuild.1, v1.11.4-eksbuild.24",
        mend: expect.stringMatching(
          /^choose one of these, or add the build to config\/reference\/managed-add-ons\.ts; /,
        ),
      },
    ]);
  });

  it("of another minor are refused: kube-proxy follows the cluster", () => {
    expect(pathsAfter(managedAddOnBuilds, onKubernetes("1.30"))).toEqual(
      ["vpc-cni", "kube-proxy", "aws-ebs-csi-driver"].map((name) => `${ADD_ONS}.${name}`),
    );
    expect(findingsAfter(managedAddOnBuilds, onKubernetes("1.35"))).toHaveLength(4);
    expect(findingsAfter(managedAddOnBuilds, onKubernetes("1.30"))[0]).toMatchObject({ allowed: "a build for 1.30" });
  });

  it("are left alone where EKS doesn't know the minor", () => {
    expect(findingsAfter(managedAddOnBuilds, onKubernetes("1.28"))).toEqual([]);
  });
});
