import * as pulumi from "@pulumi/pulumi";
import { AddOns } from "../../../infra/add-ons/add-ons";
import { namespaceLevels } from "../../../infra/add-ons/namespaces";
import { clusterOutputs, fixture } from "../cluster-fixture";
import { prodPlatform, prodWith } from "../prod-platform";
import { type RecordedGraph, recordGraph } from "../recorded-graph";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const NAMESPACE = "kubernetes:core/v1:Namespace";

class NodeGroup extends pulumi.CustomResource {}

describe("the add-ons of prod", () => {
  let graph: RecordedGraph;

  beforeAll(async () => {
    ({ graph } = await recordGraph(() => {
      const { platform, cluster, keys } = fixture(prodPlatform());
      const nodes = [new NodeGroup("test:index:NodeGroup", "nodes", {})];
      return new AddOns("add-ons", { platform, cluster, keys, nodes, roleArns: { velero: "velero-arn" } });
    }, clusterOutputs));
  });

  it("are the documented releases and the provisioner of local volumes, each in its namespace at its version", () => {
    const { releases } = prodPlatform().addOns;
    expect(graph.names(RELEASE)).toEqual(
      Object.keys(releases)
        .map((name) => `add-ons-${name}`)
        .sort(),
    );
    expect(graph.names(RELEASE)).toHaveLength(10);
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

  it("wait for nodes and for their namespace", () => {
    for (const name of graph.names(RELEASE)) {
      const { inputs, dependencies } = graph.find(RELEASE, name);
      expect(dependencies).toEqual(
        expect.arrayContaining([`${NAMESPACE} add-ons-namespace-${inputs.namespace}`, "test:index:NodeGroup nodes"]),
      );
    }
  });

  it("live in namespaces with Pod Security, as strict as their pods allow", () => {
    expect(namespaceLevels(prodPlatform())).toEqual({
      "cert-manager": "restricted",
      "ingress-nginx": "baseline",
      velero: "baseline",
      "fluent-bit": "privileged",
      monitoring: "privileged",
      "kafka-prod": "baseline",
      "local-storage": "privileged",
    });
    const namespace = graph.find(NAMESPACE, "add-ons-namespace-kafka-prod");
    expect(namespace.inputs.metadata).toEqual({
      name: "kafka-prod",
      labels: {
        "pod-security.kubernetes.io/enforce": "baseline",
        "pod-security.kubernetes.io/warn": "baseline",
      },
    });
    expect(namespace.protect).toBe(true);
  });

  it("loosen a namespace only for the add-on that needs it", () => {
    const apart = prodWith((input) => {
      input.addOns.releases["prometheus-node-exporter"].namespace = "node-exporter";
    });
    expect(namespaceLevels(apart)).toMatchObject({ monitoring: "baseline", "node-exporter": "privileged" });
  });

  it("write the logs of pods to a group with retention, by a role for fluent-bit alone", () => {
    expect(graph.find("aws:cloudwatch/logGroup:LogGroup", "add-ons-pod-logs").inputs).toMatchObject({
      name: "/aws/eks/prod-us-east-1/pods",
      retentionInDays: 90,
    });
    const { assumeRolePolicy } = graph.find("aws:iam/role:Role", "add-ons-fluent-bit-role").inputs;
    expect(String(assumeRolePolicy)).toContain('"system:serviceaccount:fluent-bit:fluent-bit"');
  });
});
