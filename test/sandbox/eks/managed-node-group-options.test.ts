import type { ManagedNodeGroupArgs } from "@pulumi/eks";
import {
  managedNodeGroupProblems,
  needsLaunchTemplate,
  needsUserData,
} from "../../../sandbox/eks/managed-node-group-options";

const good = { cluster: {}, nodeRoleArn: "arn:role", instanceTypes: ["m5.large"] };
const args = (changed: Record<string, unknown>) => ({ ...good, ...changed }) as unknown as ManagedNodeGroupArgs;

test.each([{}, { launchTemplate: { id: "lt-1", version: "1" } }, { amiId: "ami-1", kubeletExtraArgs: "--v=2" }])(
  "%j has no problems",
  (changed) => {
    expect(managedNodeGroupProblems(args(changed))).toEqual([]);
  },
);

test.each<[Record<string, unknown>, string]>([
  [{ enableEfaSupport: true }, "enableEfaSupport"],
  [{ bottlerocketSettings: {} }, "bottlerocketSettings"],
  [{ operatingSystem: "AL2" }, "operatingSystem"],
  [{ nodeRoleArn: undefined }, "nodeRole"],
  [{ nodeRole: {} }, "nodeRole"],
  [{ amiId: "ami-1", amiType: "AL2023_x86_64_STANDARD" }, "amiId"],
  [{ launchTemplate: { version: "1" }, enableIMDSv2: true }, "launchTemplate"],
  [{ nodeadmExtraOptions: [] }, "amiId"],
  [{ instanceTypes: ["m5.large", "m6g.large"] }, "instanceTypes"],
])("%j is refused", (changed, path) => {
  expect(managedNodeGroupProblems(args(changed)).map(({ propertyPath }) => propertyPath)).toEqual([path]);
});

test("a launch template is needed for what EKS can't set, and user data for what replaces EKS's own", () => {
  const needs = (changed: Record<string, unknown>) => [
    needsLaunchTemplate(args(changed)),
    needsUserData(args(changed)),
  ];
  expect(needs({ diskSize: 200, labels: { a: "b" } })).toEqual([false, false]);
  expect(needs({ enableIMDSv2: true })).toEqual([true, false]);
  expect(needs({ amiId: "ami-1" })).toEqual([true, true]);
});
