import type { AddonArgs, VpcCniAddonArgs } from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { addonProblems, SimulatedAddon } from "../../../sandbox/eks/addon";
import { SimulatedVpcCniAddon, vpcCniProblems } from "../../../sandbox/eks/vpc-cni-addon";
import { CORE } from "./core";
import { type Child, inputsOf, recordChildren, settled } from "./recorded-children";

const good = {
  cluster: {},
  addonName: "aws-ebs-csi-driver",
  addonVersion: "v1.32.0-eksbuild.1",
} as unknown as AddonArgs;
const pathsOf = (problems: readonly { propertyPath: string }[]) => problems.map(({ propertyPath }) => propertyPath);
let children: Child[];
beforeEach(() => {
  children = recordChildren();
});

test("an add-on must be pinned, and its tags must be one map", () => {
  expect(addonProblems(good)).toEqual([]);
  expect(pathsOf(addonProblems({ addonName: "x", cluster: good.cluster }))).toEqual(["addonVersion"]);
  expect(pathsOf(addonProblems({ ...good, tags: [{ a: "b" }] }))).toEqual(["tags"]);
  expect(pathsOf(addonProblems({ ...good, podIdentityAssociations: [] } as AddonArgs))).toEqual([
    "podIdentityAssociations",
  ]);
});

test("an add-on is created in its cluster", async () => {
  // Stands in for the cluster that a resource reference becomes: a resource with the core among its outputs.
  const cluster = Object.assign(new pulumi.ComponentResource("eks:index:Cluster", "main"), { core: CORE });
  new SimulatedAddon(
    "ebs",
    { ...good, cluster, configurationValues: { b: 1, a: 2 }, preserve: false } as unknown as AddonArgs,
    {},
  );
  await settled(children);
  expect(inputsOf(children, "aws:eks/addon:Addon", "ebs")).toEqual({
    addonName: "aws-ebs-csi-driver",
    addonVersion: "v1.32.0-eksbuild.1",
    clusterName: "shop",
    configurationValues: '{"a":2,"b":1}',
    preserve: false,
  });
});

test("a VPC CNI must be pinned, must not patch a DaemonSet, and has one SNAT option", () => {
  const cni = { clusterName: "shop", addonVersion: "v1.18.3-eksbuild.1" };
  expect(vpcCniProblems(cni)).toEqual([]);
  expect(pathsOf(vpcCniProblems({ clusterName: "shop", clusterVersion: "1.29" }))).toEqual(["addonVersion"]);
  expect(pathsOf(vpcCniProblems({ ...cni, securityContextPrivileged: true }))).toEqual(["securityContextPrivileged"]);
  expect(pathsOf(vpcCniProblems({ ...cni, externalSnat: true, cniExternalSnat: true }))).toEqual(["externalSnat"]);
  expect(vpcCniProblems({ ...cni, externalSnat: true, cniExternalSnat: false })).toEqual([]);
});

test("a VPC CNI takes over the one that the cluster starts with, and survives its own removal", async () => {
  const args: VpcCniAddonArgs = {
    clusterName: "shop",
    addonVersion: "v1.18.3-eksbuild.1",
    enablePrefixDelegation: true,
  };
  new SimulatedVpcCniAddon("cni", args, {});
  await settled(children);
  const { configurationValues, ...rest } = inputsOf(children, "aws:eks/addon:Addon", "cni");
  expect(rest).toEqual({
    addonName: "vpc-cni",
    addonVersion: "v1.18.3-eksbuild.1",
    clusterName: "shop",
    preserve: true,
    resolveConflictsOnCreate: "OVERWRITE",
    resolveConflictsOnUpdate: "OVERWRITE",
  });
  expect(JSON.parse(String(configurationValues)).env.ENABLE_PREFIX_DELEGATION).toBe("true");
});
