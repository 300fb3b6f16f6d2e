import type { ClusterArgs } from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { clusterProblems, corednsEnabled } from "../../../sandbox/eks/cluster-options";

const good: ClusterArgs = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-1"],
  skipDefaultNodeGroup: true,
  authenticationMode: "API",
  vpcCniOptions: { addonVersion: "v1.18.3-eksbuild.1" },
  kubeProxyAddonOptions: { version: "v1.29.3-eksbuild.2" },
  corednsAddonOptions: { enabled: true, version: "v1.11.1-eksbuild.9" },
};
/** The options that problems name. */
const refused = (changed: Record<string, unknown>) =>
  clusterProblems({ ...good, ...changed } as ClusterArgs).map(({ propertyPath }) => propertyPath);

test("the options of a cluster without default nodes have no problems", () => {
  expect(clusterProblems(good)).toEqual([]);
});

test.each<[string, Record<string, unknown>, string]>([
  ["an option that isn't simulated", { fargate: true }, "fargate"],
  ["storage classes", { storageClasses: "gp2" }, "storageClasses"],
  ["default nodes", { skipDefaultNodeGroup: undefined }, "skipDefaultNodeGroup"],
  ["the aws-auth ConfigMap", { authenticationMode: "API_AND_CONFIG_MAP" }, "authenticationMode"],
  ["no authentication mode", { authenticationMode: undefined }, "authenticationMode"],
  ["instance roles beside access entries", { instanceRoles: [{}] }, "instanceRoles"],
  ["no VPC", { vpcId: undefined }, "vpcId"],
  ["no subnets", { subnetIds: undefined }, "subnetIds"],
  ["two ways to give subnets", { privateSubnetIds: ["subnet-2"] }, "subnetIds"],
  [
    "CIDRs for a private endpoint",
    { endpointPublicAccess: false, publicAccessCidrs: ["10.0.0.0/8"] },
    "publicAccessCidrs",
  ],
  ["kube-proxy of any version", { kubeProxyAddonOptions: {} }, "kubeProxyAddonOptions.version"],
  ["CoreDNS of any version", { corednsAddonOptions: { configurationValues: {} } }, "corednsAddonOptions.version"],
  ["a VPC CNI of any version", { vpcCniOptions: undefined }, "vpcCniOptions.addonVersion"],
  [
    "a patch of the VPC CNI",
    { vpcCniOptions: { addonVersion: "v1", securityContextPrivileged: true } },
    "vpcCniOptions.securityContextPrivileged",
  ],
  ["an OIDC provider that isn't decided yet", { createOidcProvider: pulumi.output(true) }, "createOidcProvider"],
])("%s is refused", (_, changed, path) => {
  expect(refused(changed)).toEqual([path]);
});

test("several problems are reported together", () => {
  expect(refused({ vpcId: undefined, gpu: true, kubeProxyAddonOptions: undefined })).toEqual([
    "gpu",
    "vpcId",
    "kubeProxyAddonOptions.version",
  ]);
});

test("add-ons that are switched off need no version", () => {
  expect(
    refused({
      useDefaultVpcCni: true,
      vpcCniOptions: undefined,
      kubeProxyAddonOptions: { enabled: false },
      corednsAddonOptions: { enabled: false },
    }),
  ).toEqual([]);
});

test("subnets may be given as private and public ones", () => {
  expect(refused({ subnetIds: undefined, privateSubnetIds: ["a"], publicSubnetIds: ["b"] })).toEqual([]);
});

test("CoreDNS is an add-on only when asked for", () => {
  expect(corednsEnabled({})).toBe(false);
  expect(corednsEnabled({ corednsAddonOptions: { enabled: false } })).toBe(false);
  expect(corednsEnabled({ corednsAddonOptions: { enabled: true } })).toBe(true);
  expect(corednsEnabled({ corednsAddonOptions: { enabled: false, configurationValues: {} } })).toBe(true);
});
