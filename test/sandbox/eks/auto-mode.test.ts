import type { ClusterArgs } from "@pulumi/eks";
import { SimulatedCluster } from "../../../sandbox/eks/cluster";
import { clusterProblems } from "../../../sandbox/eks/cluster-options";
import { inputsOf, recordChildren, settled } from "./recorded-children";

const auto = {
  name: "shop",
  vpcId: "vpc-1",
  subnetIds: ["subnet-a"],
  version: "1.34",
  authenticationMode: "API",
  serviceRole: { arn: "arn:role" },
  kubernetesServiceIpAddressRange: "172.20.0.0/16",
  autoMode: { enabled: true, createNodeRole: false, computeConfig: { nodeRoleArn: "arn:nodes" } },
} as unknown as ClusterArgs;

test("a cluster with Auto Mode has neither add-ons nor security groups nor nodes of the component's", async () => {
  const children = recordChildren();
  new SimulatedCluster("main", auto, {});
  await settled(children);
  expect(children.map(({ type, name }) => `${type} ${name}`).sort()).toEqual([
    "aws:eks/cluster:Cluster main-eksCluster",
    "eks:index:Cluster main",
    "pulumi:providers:kubernetes main-eks-k8s",
  ]);
  expect(inputsOf(children, "aws:eks/cluster:Cluster", "main-eksCluster")).toMatchObject({
    bootstrapSelfManagedAddons: false,
    computeConfig: { enabled: true, nodePools: ["general-purpose", "system"], nodeRoleArn: "arn:nodes" },
    storageConfig: { blockStorage: { enabled: true } },
    kubernetesNetworkConfig: {
      serviceIpv4Cidr: "172.20.0.0/16",
      ipFamily: "ipv4",
      elasticLoadBalancing: { enabled: true },
    },
  });
});

test("roles of the component's own aren't simulated with it", () => {
  expect(clusterProblems(auto)).toEqual([]);
  const without = { ...auto, serviceRole: undefined, autoMode: { enabled: true } } as unknown as ClusterArgs;
  expect(clusterProblems(without).map(({ propertyPath }) => propertyPath)).toEqual([
    "autoMode.createNodeRole",
    "serviceRole",
  ]);
});
