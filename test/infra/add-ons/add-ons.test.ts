import * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../../config/platform";
import { AddOns } from "../../../infra/add-ons/add-ons";
import { namespaceLevels } from "../../../infra/add-ons/namespaces";
import { clusterOutputs, fixture } from "../cluster-fixture";
import { prodPlatform, prodWith } from "../prod-platform";
import { type RecordedGraph, recordGraph } from "../recorded-graph";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const NAMESPACE = "kubernetes:core/v1:Namespace";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

/** What deletes the volume of a claim: nodes with the driver on them, and the class that names it. */
const BEFORE = [
  "test:index:NodeGroup nodes",
  "kubernetes:storage.k8s.io/v1:StorageClass cluster-gp3",
  "kubernetes:storage.k8s.io/v1:StorageClass cluster-local-nvme",
];

class NodeGroup extends pulumi.CustomResource {}

async function addOnsOf(platform: Platform) {
  const { graph } = await recordGraph(() => {
    const { cluster, keys } = fixture(platform);
    const nodes = [new NodeGroup("test:index:NodeGroup", "nodes", {})];
    return new AddOns("add-ons", { platform, cluster, keys, nodes, roleArns: { velero: "velero-arn" } });
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

  it("wait for nodes, for storage classes and for their namespace", () => {
    for (const name of graph.names(RELEASE)) {
      const { inputs, dependencies } = graph.find(RELEASE, name);
      expect(dependencies).toEqual(
        expect.arrayContaining([`${NAMESPACE} add-ons-namespace-${inputs.namespace}`, ...BEFORE]),
      );
    }
  });

  it("have namespaces that go, with their claims, while the driver still runs to delete the volumes", () => {
    const namespaces = graph.names(NAMESPACE);
    expect(namespaces).toHaveLength(7);
    for (const name of namespaces) {
      expect(graph.find(NAMESPACE, name).dependencies).toEqual(expect.arrayContaining(BEFORE));
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

  it("are those of prod without the provisioner and its namespace", () => {
    expect(graph.names(RELEASE)).toHaveLength(9);
    expect(graph.names(RELEASE)).not.toContain("add-ons-local-static-provisioner");
    expect(graph.names(NAMESPACE)).toHaveLength(6);
    expect(graph.names(NAMESPACE)).not.toContain("add-ons-namespace-local-storage");
  });

  it("render no expression without values", () => {
    const values = graph.names(RELEASE).map((name) => JSON.stringify(graph.find(RELEASE, name).inputs.values));
    expect(values.join()).not.toContain('"values":[]');
    expect(values.join()).toContain('"affinity":{}');
  });

  it("protect neither logs nor namespaces", () => {
    const all = [graph.find(LOG_GROUP, "add-ons-pod-logs"), graph.find(NAMESPACE, "add-ons-namespace-monitoring")];
    expect(all.map(({ protect }) => protect)).toEqual([false, false]);
  });
});
