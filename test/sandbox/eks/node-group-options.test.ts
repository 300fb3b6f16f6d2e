import type { NodeGroupV2Args } from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { nodeGroupProblems } from "../../../sandbox/eks/node-group-options";

const good = {
  cluster: {},
  amiId: "resolve:ssm:/aws/service/eks/image_id",
  instanceProfileName: "nodes",
  nodeSubnetIds: ["subnet-1"],
  nodeRootVolumeType: "gp3",
};
const problems = (changed: Record<string, unknown>) =>
  nodeGroupProblems({ ...good, ...changed } as unknown as NodeGroupV2Args);

test("a group with image, subnets and instance profile has no problems", () => {
  expect(problems({})).toEqual([]);
  expect(problems({ operatingSystem: "AL2023", nodeRootVolumeThroughput: 250, labels: { a: "b" } })).toEqual([]);
  expect(problems({ nodeSecurityGroupId: "sg-1", clusterIngressRuleId: "sgr-1" })).toEqual([]);
});

test.each<[Record<string, unknown>, string]>([
  [{ bottlerocketSettings: {} }, "bottlerocketSettings"],
  [{ bootstrapExtraArgs: "--x" }, "bootstrapExtraArgs"],
  [{ encryptRootBlockDevice: true }, "encryptRootBlockDevice"],
  [{ nodePublicKey: "ssh-ed25519 A" }, "nodePublicKey"],
  [{ operatingSystem: "Bottlerocket" }, "operatingSystem"],
  [{ amiId: undefined }, "amiId"],
  [{ nodeSubnetIds: undefined }, "nodeSubnetIds"],
  [{ instanceProfileName: undefined }, "instanceProfile"],
  [{ instanceProfile: {} }, "instanceProfile"],
  [{ nodeSecurityGroupId: "sg-1" }, "clusterIngressRule"],
  [{ nodeSecurityGroupId: "sg-1", nodeSecurityGroup: {}, clusterIngressRuleId: "r" }, "nodeSecurityGroup"],
  [{ nodeUserDataOverride: "#!/bin/sh", labels: {} }, "nodeUserDataOverride"],
  [{ nodeRootVolumeIops: 4000 }, "nodeRootVolumeIops"],
  [{ nodeRootVolumeType: undefined, nodeRootVolumeThroughput: 250 }, "nodeRootVolumeThroughput"],
  [{ ignoreScalingChanges: pulumi.output(true) }, "ignoreScalingChanges"],
])("%j is refused", (changed, path) => {
  expect(problems(changed).map(({ propertyPath }) => propertyPath)).toEqual([path]);
});

test("a volume type that isn't known yet passes", () => {
  expect(problems({ nodeRootVolumeType: pulumi.output("io1"), nodeRootVolumeIops: 4000 })).toEqual([]);
});

test("a reason says what was given and what is needed", () => {
  expect(problems({ nodeRootVolumeIops: 4000 })).toEqual([
    { propertyPath: "nodeRootVolumeIops", reason: 'needs nodeRootVolumeType "io1", which is "gp3"' },
  ]);
});
