import * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../../config/platform";
import { AddOns } from "../../../infra/add-ons/add-ons";
import { clusterOutputs, fixture } from "../cluster-fixture";
import { prodPlatform, prodWith } from "../prod-platform";
import { type RecordedGraph, recordGraph } from "../recorded-graph";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

/** What the namespaces stand for. */
class Namespaces extends pulumi.CustomResource {}

async function addOnsOf(platform: Platform) {
  const { graph } = await recordGraph(() => {
    const { cluster, keys } = fixture(platform);
    const after = [new Namespaces("test:index:Namespaces", "namespaces", {})];
    return new AddOns("add-ons", { platform, cluster, keys, after, roleArns: { velero: "velero-arn" } });
  }, clusterOutputs);
  return graph;
}

describe("the add-ons of prod", () => {
  let graph: RecordedGraph;

  beforeAll(async () => {
    graph = await addOnsOf(prodPlatform());
  });

  it("are the documented releases and the provisioner of local volumes, each in its namespace at its version", () => {
    const { releases } = prodPlatform().addOns;
    expect(graph.names(RELEASE)).toEqual(
      Object.keys(releases)
        .map((name) => `add-ons-${name}`)
        .sort(),
    );
    expect(graph.names(RELEASE)).toHaveLength(11);
    for (const [name, { chart, namespace }] of Object.entries(releases)) {
      expect(graph.find(RELEASE, `add-ons-${name}`).inputs).toMatchObject({
        name,
        version: chart,
        namespace,
        createNamespace: false,
      });
    }
  });

  it("install Strimzi 0.42.0 beside the brokers", () => {
    expect(graph.find(RELEASE, "add-ons-strimzi-kafka-operator").inputs).toMatchObject({
      chart: "strimzi-kafka-operator",
      version: "0.42.0",
      namespace: "kafka-prod",
      skipCrds: false,
    });
  });

  it("wait for their namespaces, and with them for nodes and storage classes", () => {
    for (const name of graph.names(RELEASE)) {
      expect(graph.find(RELEASE, name).dependencies).toContain("test:index:Namespaces namespaces");
    }
  });

  it("write the logs of pods to a group with retention, by a role for fluent-bit alone", () => {
    const group = graph.find(LOG_GROUP, "add-ons-pod-logs");
    expect(group.inputs).toMatchObject({ name: "/aws/eks/prod-us-east-1/pods", retentionInDays: 90 });
    expect(group.protect).toBe(true);
    const { assumeRolePolicy } = graph.find("aws:iam/role:Role", "add-ons-fluent-bit-role").inputs;
    expect(String(assumeRolePolicy)).toContain('"system:serviceaccount:fluent-bit:fluent-bit"');
  });
});

describe("the add-ons of a throw-away stack without local volumes", () => {
  let graph: RecordedGraph;

  beforeAll(async () => {
    graph = await addOnsOf(
      prodWith((input) => {
        input.platform.protectData = false;
        delete input.nodePools["worker-kafka-v2"];
      }),
    );
  });

  it("are those of prod without the provisioner", () => {
    expect(graph.names(RELEASE)).toHaveLength(10);
    expect(graph.names(RELEASE)).not.toContain("add-ons-local-static-provisioner");
  });

  it("render no expression without values", () => {
    const values = graph.names(RELEASE).map((name) => JSON.stringify(graph.find(RELEASE, name).inputs.values));
    expect(values.join()).not.toContain('"values":[]');
    expect(values.join()).toContain('"affinity":{}');
  });

  it("protect no logs", () => {
    expect(graph.find(LOG_GROUP, "add-ons-pod-logs").protect).toBe(false);
  });
});
