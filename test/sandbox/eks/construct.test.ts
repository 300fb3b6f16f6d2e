import * as pulumi from "@pulumi/pulumi";
import { construct } from "../../../sandbox/eks/construct";
import { recordChildren, resolved, settled } from "./recorded-children";

test("a component that isn't simulated is refused with those that are", async () => {
  await expect(construct("old", "eks:index:NodeGroup", {}, {})).rejects.toThrow(
    'eks:index:NodeGroup "old" isn\'t simulated. Simulated are: eks:index:Addon, eks:index:Cluster, ' +
      "eks:index:ManagedNodeGroup, eks:index:NodeGroupSecurityGroup, eks:index:NodeGroupV2, eks:index:VpcCniAddon",
  );
});

test("refused options are one error, and nothing is registered", async () => {
  const children = recordChildren();
  const refused = construct("cni", "eks:index:VpcCniAddon", { clusterName: "shop", gpu: true }, {});
  const error = await refused.catch((caught: unknown) => caught);
  if (!pulumi.InputPropertiesError.isInstance(error)) throw new Error(`expected problems with options, got ${error}`);
  expect(error.message).toBe('eks:index:VpcCniAddon "cni" can\'t be constructed:');
  expect(error.errors?.map(({ propertyPath }) => propertyPath)).toEqual(["gpu", "addonVersion"]);
  await settled(children);
  expect(children).toEqual([]);
});

test("a component comes back with its URN and outputs", async () => {
  const children = recordChildren();
  const inputs = { clusterName: "shop", addonVersion: "v1.18.3-eksbuild.1" };
  const constructed = await construct("cni", "eks:index:VpcCniAddon", inputs, {});
  await settled(children);
  expect(await resolved(constructed.urn)).toBe("urn:pulumi:stack::project::eks:index:VpcCniAddon::cni");
  expect(Object.keys(constructed.state)).toEqual(["addon"]);
});
