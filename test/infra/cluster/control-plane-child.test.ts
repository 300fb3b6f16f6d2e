import { completeControlPlane } from "../../../infra/cluster/control-plane-child";

const given = { custom: true, name: "cluster-eks-eksCluster", opts: { protect: false, ignoreChanges: ["version"] } };
const controlPlane = {
  ...given,
  type: "aws:eks/cluster:Cluster",
  props: {
    name: "prod-us-east-1",
    accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true },
  },
};

describe("the control plane inside the component", () => {
  it("makes nobody an administrator for creating it, and is protected", () => {
    expect(completeControlPlane(true)(controlPlane)).toEqual({
      props: {
        name: "prod-us-east-1",
        accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      },
      opts: { protect: true, ignoreChanges: ["version"] },
    });
  });

  it("is not protected in a stack that is to be thrown away", () => {
    expect(completeControlPlane(false)(controlPlane)).toMatchObject({ opts: { protect: false } });
  });

  it.each(["eks:index:Cluster", "aws:ec2/securityGroup:SecurityGroup", "aws:iam/role:Role"])(
    "leaves %s as it is",
    (type) => {
      expect(completeControlPlane(true)({ ...controlPlane, type })).toBeUndefined();
    },
  );
});
