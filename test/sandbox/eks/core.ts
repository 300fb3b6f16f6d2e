/** What node groups read of a cluster, with every value known. */
export const CORE = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  tags: { team: "shop" },
  cluster: {
    name: "shop",
    version: "1.29",
    endpoint: "https://0A1B.gr7.eu-west-1.eks.amazonaws.com",
    certificateAuthority: { data: "LS0t" },
    vpcConfig: { clusterSecurityGroupId: "sg-made-by-eks" },
    kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: "172.20.0.0/16" },
  },
};
