import type { ClusterArgs } from "@pulumi/eks";
import { SimulatedCluster } from "../../../sandbox/eks/cluster";
import { type Child, inputsOf, recordChildren, resolved, settled } from "./recorded-children";

const KUBECONFIG_ARGS = ["--region", "eu-west-1", "eks", "get-token", "--cluster-name", "shop", "--output", "json"];
const full = {
  name: "shop",
  vpcId: "vpc-1",
  privateSubnetIds: ["subnet-b"],
  publicSubnetIds: ["subnet-a"],
  version: "1.29",
  skipDefaultNodeGroup: true,
  authenticationMode: "API",
  serviceRole: { arn: "arn:role" },
  createOidcProvider: true,
  accessEntries: {
    admin: {
      principalArn: "arn:admin",
      username: "admin",
      accessPolicies: { view: { policyArn: "arn:policy", accessScope: { type: "cluster" } } },
    },
  },
  endpointPrivateAccess: true,
  endpointPublicAccess: false,
  encryptionConfigKeyArn: "arn:key",
  enabledClusterLogTypes: ["api", "audit"],
  kubernetesServiceIpAddressRange: "172.20.0.0/16",
  clusterTags: { tier: "cluster" },
  tags: { team: "shop" },
  providerCredentialOpts: { profileName: "ops" },
  kubeProxyAddonOptions: { version: "v1.29.3-eksbuild.2" },
  corednsAddonOptions: { enabled: true, version: "v1.11.1-eksbuild.9", configurationValues: { replicaCount: 3 } },
  vpcCniOptions: { addonVersion: "v1.18.3-eksbuild.1" },
} as unknown as ClusterArgs;

let children: Child[];
beforeEach(() => {
  children = recordChildren();
});

async function construct(changed: Record<string, unknown> = {}) {
  const cluster = new SimulatedCluster("main", { ...full, ...changed } as ClusterArgs, {});
  await settled(children);
  return cluster.state;
}

test("its children have the names of the real component's", async () => {
  await construct();
  expect(children.map(({ type, name }) => `${type} ${name}`).sort()).toEqual([
    "aws:ec2/securityGroup:SecurityGroup main-eksClusterSecurityGroup",
    "aws:ec2/securityGroup:SecurityGroup main-nodeSecurityGroup",
    "aws:ec2/securityGroupRule:SecurityGroupRule main-eksClusterIngressRule",
    "aws:ec2/securityGroupRule:SecurityGroupRule main-eksClusterInternetEgressRule",
    "aws:ec2/securityGroupRule:SecurityGroupRule main-eksExtApiServerClusterIngressRule",
    "aws:ec2/securityGroupRule:SecurityGroupRule main-eksNodeClusterIngressRule",
    "aws:ec2/securityGroupRule:SecurityGroupRule main-eksNodeIngressRule",
    "aws:ec2/securityGroupRule:SecurityGroupRule main-eksNodeInternetEgressRule",
    "aws:eks/accessEntry:AccessEntry main-admin",
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation main-admin-view",
    "aws:eks/addon:Addon main-coredns",
    "aws:eks/addon:Addon main-kube-proxy",
    "aws:eks/addon:Addon main-vpc-cni",
    "aws:eks/cluster:Cluster main-eksCluster",
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider main-oidcProvider",
    "eks:index:Cluster main",
    "eks:index:VpcCniAddon main-vpc-cni",
    "pulumi:providers:kubernetes main-eks-k8s",
  ]);
});

test("the EKS cluster gets the component's options", async () => {
  await construct();
  expect(inputsOf(children, "aws:eks/cluster:Cluster", "main-eksCluster")).toEqual({
    name: "shop",
    roleArn: "arn:role",
    version: "1.29",
    bootstrapSelfManagedAddons: true,
    accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true },
    vpcConfig: {
      subnetIds: ["subnet-a", "subnet-b"],
      securityGroupIds: ["main-eksClusterSecurityGroup-id"],
      endpointPrivateAccess: true,
      endpointPublicAccess: false,
    },
    kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/16", ipFamily: "ipv4" },
    encryptionConfig: { provider: { keyArn: "arn:key" }, resources: ["secrets"] },
    enabledClusterLogTypes: ["api", "audit"],
    tags: { Name: "main-eksCluster", tier: "cluster", team: "shop" },
  });
});

test("add-ons, access entries and the OIDC provider belong to the cluster", async () => {
  await construct();
  expect(inputsOf(children, "aws:eks/addon:Addon", "main-coredns")).toEqual({
    clusterName: "shop",
    addonName: "coredns",
    addonVersion: "v1.11.1-eksbuild.9",
    configurationValues: '{"replicaCount":3}',
    preserve: true,
    resolveConflictsOnCreate: "OVERWRITE",
    resolveConflictsOnUpdate: "OVERWRITE",
    tags: { team: "shop" },
  });
  expect(inputsOf(children, "aws:eks/accessEntry:AccessEntry", "main-admin")).toEqual({
    clusterName: "shop",
    principalArn: "arn:admin",
    userName: "admin",
  });
  expect(inputsOf(children, "aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "main-admin-view")).toEqual({
    clusterName: "shop",
    principalArn: "arn:admin",
    policyArn: "arn:policy",
    accessScope: { type: "cluster" },
  });
  expect(inputsOf(children, "aws:iam/openIdConnectProvider:OpenIdConnectProvider", "main-oidcProvider")).toEqual({
    clientIdLists: ["sts.amazonaws.com"],
    thumbprintLists: ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"],
    url: "https://oidc.eks.eu-west-1.amazonaws.com/id/0A1B",
  });
});

test("only the component's own provider uses the profile, not the kubeconfig that programs get", async () => {
  const state = await construct();
  const provider = inputsOf(children, "pulumi:providers:kubernetes", "main-eks-k8s");
  const argsOf = (json: unknown) => JSON.parse(String(json)).users[0].user.exec.args;
  expect(argsOf(provider.kubeconfig)).toEqual([...KUBECONFIG_ARGS, "--profile", "ops"]);
  expect(argsOf(await resolved(state.kubeconfigJson))).toEqual(KUBECONFIG_ARGS);
});

test("outputs name what was created", async () => {
  const state = await construct();
  const { oidcProviderArn, oidcProviderUrl, oidcIssuer, clusterSecurityGroupId, nodeSecurityGroupId, ...rest } = state;
  expect(
    await resolved({ oidcProviderArn, oidcProviderUrl, oidcIssuer, clusterSecurityGroupId, nodeSecurityGroupId }),
  ).toEqual({
    oidcProviderArn: "arn:main-oidcProvider",
    oidcProviderUrl: "https://oidc.eks.eu-west-1.amazonaws.com/id/0A1B",
    oidcIssuer: "oidc.eks.eu-west-1.amazonaws.com/id/0A1B",
    clusterSecurityGroupId: "main-eksClusterSecurityGroup-id",
    nodeSecurityGroupId: "main-nodeSecurityGroup-id",
  });
  expect(await resolved(rest.clusterIngressRuleId)).toBe("sgr-1");
  expect(await resolved(rest.core.subnetIds)).toEqual(["subnet-a", "subnet-b"]);
  expect(await resolved(rest.eksCluster.name)).toBe("shop");
});

test("without default security groups there are none, and the ids are of the one that EKS makes", async () => {
  const state = await construct({ skipDefaultSecurityGroups: true });
  expect(children.filter(({ type }) => type.startsWith("aws:ec2/"))).toEqual([]);
  expect(await resolved([state.clusterSecurityGroupId, state.nodeSecurityGroupId])).toEqual([
    "sg-made-by-eks",
    "sg-made-by-eks",
  ]);
});

test("what is switched off isn't created", async () => {
  await construct({
    accessEntries: undefined,
    createOidcProvider: false,
    useDefaultVpcCni: true,
    kubeProxyAddonOptions: { enabled: false },
    corednsAddonOptions: undefined,
    skipDefaultSecurityGroups: true,
  });
  expect(children.map(({ name }) => name).sort()).toEqual(["main", "main-eks-k8s", "main-eksCluster"]);
});

test("without a service role it creates one, with policies of the account's partition", async () => {
  await construct({ serviceRole: undefined });
  const attachment = inputsOf(children, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "main-eksRole-4b490823");
  expect(attachment.policyArn).toBe("arn:aws-us-gov:iam::aws:policy/AmazonEKSClusterPolicy");
  expect(inputsOf(children, "aws:eks/cluster:Cluster", "main-eksCluster").roleArn).toBe("arn:main-eksRole-role");
});
