import { at, resourceLife, resourceLines } from "../../fixture";

const CLUSTER = "aws:eks/cluster:Cluster";
const ADD_ON = "aws:eks/addon:Addon";
const RELEASE = "kubernetes:helm.sh/v3:Release";

const first = (type: string, before: object, after: object) => {
  const lines = resourceLines(type, { ...before }, { ...after });
  expect(lines).toHaveLength(1);
  return lines[0]?.split(": ").slice(0, 2).join(": ");
};

describe("a cluster and what is installed in it", () => {
  it.each([
    [CLUSTER, { version: "1.29" }, { version: "1.30" }, "version: rolling"],
    [
      CLUSTER,
      at("vpcConfig.endpointPublicAccess", false),
      at("vpcConfig.endpointPublicAccess", true),
      "vpcConfig.endpointPublicAccess: in place",
    ],
    [CLUSTER, { deletionProtection: true }, { deletionProtection: false }, "deletionProtection: in place"],
    [CLUSTER, { roleArn: "a" }, { roleArn: "b" }, "roleArn: data loss"],
    [ADD_ON, { addonVersion: "v1.18.3" }, { addonVersion: "v1.19.0" }, "addonVersion: rolling"],
    [ADD_ON, { configurationValues: '{"a":1}' }, { configurationValues: '{"a":2}' }, "configurationValues.a: rolling"],
    [ADD_ON, { preserve: false }, { preserve: true }, "preserve: in place"],
    [RELEASE, at("values.replicaCount", 1), at("values.replicaCount", 2), "values.replicaCount: in place"],
    [RELEASE, at("values.replicaCount", 1), at("values.replicaCount", 0), "values.replicaCount: replacement"],
    [RELEASE, at("values.minReplicas", 1), at("values.minReplicas", 0), "values.minReplicas: in place"],
    [RELEASE, at("values.image.tag", "1"), at("values.image.tag", "2"), "values.image.tag: rolling"],
    [
      RELEASE,
      { values: { tolerations: [{ key: "a" }, { key: "b" }] } },
      { values: { tolerations: [{ key: "b" }, { key: "a" }] } },
      "values.tolerations: rolling",
    ],
    [RELEASE, { version: "1.0.0" }, { version: "2.0.0" }, "version: rolling"],
    [RELEASE, { namespace: "a" }, { namespace: "b" }, "namespace: replacement"],
    [RELEASE, { timeout: 300 }, { timeout: 600 }, "timeout: in place"],
    ["pulumi:providers:aws", { region: "a" }, { region: "b" }, "region: replacement"],
    ["pulumi:providers:eks", { version: "4.3.0" }, { version: "4.4.0" }, "version: in place"],
    ["command:local:Command", { update: "a" }, { update: "b" }, "update: in place"],
    ["command:local:Command", { triggers: ["a"] }, { triggers: ["b"] }, "triggers[0]: replacement"],
    [
      "aws:iam/role:Role",
      { assumeRolePolicy: '{"Statement":[]}' },
      { assumeRolePolicy: '{"Statement":[{}]}' },
      "assumeRolePolicy.Statement[0]: in place",
    ],
    [
      "aws:cloudwatch/eventRule:EventRule",
      { eventPattern: '{"source":["a"]}' },
      { eventPattern: '{"source":["b","a"]}' },
      "eventPattern.source[b]: in place",
    ],
  ])("%s %j -> %j", (type, before, after, expected) => {
    expect(first(type, before, after)).toBe(expected);
  });

  it("go otherwise when an add-on is preserved", () => {
    expect(resourceLife(ADD_ON, { preserve: true }).removed).toBe(
      "in place: what it runs stays in the cluster, and EKS no longer looks after it",
    );
    expect(resourceLife(ADD_ON).removed).toBe("replacement: the addon is deleted, and what relies on it fails");
  });

  it("lose rights at once", () => {
    expect(resourceLife("aws:iam/rolePolicyAttachment:RolePolicyAttachment").removed).toBe(
      "replacement: whoever has the role loses these rights within seconds",
    );
  });
});
