import * as pulumi from "@pulumi/pulumi";
import { Charts } from "../../infra/deploy-charts";
import { prodPlatform } from "./prod-platform";
import { type Recorded, type RecordedGraph, recordGraph } from "./recorded-graph";

/** What is there at each point. */
class There extends pulumi.CustomResource {
  constructor(name: string) {
    super("test:index:There", name, {});
  }
}

let graph: RecordedGraph;
beforeAll(async () => {
  const program = () => {
    const charts = new Charts(prodPlatform());
    const namespaces = charts.deploy("nodes", [new There("nodes")], {});
    charts.deploy("namespaces", namespaces, {});
    charts.deploy("operators", [new There("operators")], {});
  };
  ({ graph } = await recordGraph(program));
});

interface Labelled {
  readonly metadata: { readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly selector?: Readonly<Record<string, string>>;
    readonly clusterIP?: string;
    readonly template?: Labelled;
  };
}
const objectOf = ({ inputs }: Recorded) => inputs as unknown as Labelled;
const ofKind = (...kinds: string[]) => graph.all.filter(({ type }) => kinds.some((kind) => type.endsWith(`:${kind}`)));

/** Whether a Service selects the pods of a workload. */
function selects(service: Recorded, workload: Recorded): boolean {
  const { metadata, spec } = objectOf(service);
  const pod = objectOf(workload);
  const labels = pod.spec.template?.metadata.labels ?? {};
  const wanted = Object.entries(spec.selector ?? {});
  return metadata.namespace === pod.metadata.namespace && wanted.every(([key, value]) => labels[key] === value);
}

test("no Service waits for pods that all wait for it: some of them are enough, as of Redis' primaries", () => {
  const waiting = ofKind("Service").filter((service) => objectOf(service).spec.clusterIP !== "None");
  const selected = waiting
    .map((service) => ({
      service,
      workloads: ofKind("Deployment", "StatefulSet").filter((workload) => selects(service, workload)),
    }))
    .filter(({ workloads }) => workloads.length > 0);
  expect(selected.length).toBeGreaterThan(3);
  for (const { service, workloads } of selected) {
    const before = workloads.filter(({ dependencies }) => !dependencies.includes(`${service.type} ${service.name}`));
    expect([service.name, before.length > 0]).toEqual([service.name, true]);
  }
});

test.each(["schema-registry", "kafka-connect"])("%s comes after brokers and users that are ready", (chart) => {
  const objects = graph.all.filter(({ name, type }) => name.startsWith(`${chart}-`) && type.startsWith("kubernetes:"));
  expect(objects.length).toBeGreaterThan(3);
  for (const object of objects) {
    expect(graph.everythingBefore(object)).toContain(
      "kubernetes:kafka.strimzi.io/v1beta2:Kafka kafka-kafka-kafka-prod-kafka-prod",
    );
  }
  const kafka = graph.find("kubernetes:kafka.strimzi.io/v1beta2:Kafka", "kafka-kafka-kafka-prod-kafka-prod");
  expect(kafka.inputs.metadata).toMatchObject({ annotations: { "pulumi.com/waitFor": "condition=Ready" } });
});

test("no client's access list closes a topic before the Job that lets in those without a name is done", () => {
  const job = graph.all.find(({ type, name }) => type.endsWith(":Job") && name.includes("kafka-anonymous-acls"));
  const users = ofKind("KafkaUser").filter(({ name }) => !name.startsWith("kafka-kafkauser-"));
  expect(users).toHaveLength(3);
  for (const user of users) expect(graph.everythingBefore(user)).toContain(`${job?.type} ${job?.name}`);
});

test("the writer of the mesh's CA needs namespaces only, policies need the mesh", () => {
  const account = graph.all.find(({ name }) => name.startsWith("istio-ca-serviceaccount-"));
  expect(account?.dependencies).not.toContain("test:index:There operators");
  expect(account?.dependencies).toContain("kubernetes:core/v1:Namespace namespaces-namespace-istio-system");
  for (const { dependencies } of ofKind("PeerAuthentication"))
    expect(dependencies).toContain("test:index:There operators");
});

test("namespaces come after nodes, and stay until everything in them is gone", () => {
  const namespaces = ofKind("Namespace");
  expect(namespaces.length).toBeGreaterThan(25);
  for (const { dependencies, protect } of namespaces) {
    expect(dependencies).toContain("test:index:There nodes");
    expect(protect).toBe(true);
  }
});

test("Karpenter's objects and the IstioOperator are handed over, not applied", () => {
  expect(ofKind("NodePool", "EC2NodeClass", "IstioOperator")).toEqual([]);
  const charts = new Charts(prodPlatform());
  expect(charts.karpenter.map(({ kind }) => kind)).toEqual(["EC2NodeClass", "NodePool", "NodePool"]);
  expect(charts.istioOperator).toContain("kind: IstioOperator");
});
