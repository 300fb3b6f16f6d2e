import * as pulumi from "@pulumi/pulumi";
import { applyStep, holdsData } from "../../../infra/kubernetes/apply-order";
import { ChartObjects } from "../../../infra/kubernetes/chart-objects";
import { type Manifest, objectName, objectToken } from "../../../infra/kubernetes/kubernetes-object";
import { type RecordedGraph, recordGraph } from "../recorded-graph";

/** An operator that is made before. */
class Operator extends pulumi.CustomResource {
  constructor() {
    super("test:index:Operator", "operator", {});
  }
}

const object = (apiVersion: string, kind: string, name: string, spec: object = {}): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, namespace: "here" },
  spec,
});

/** Deliberately not in the order of application. */
const OBJECTS: readonly Manifest[] = [
  object("batch/v1", "Job", "bootstrap"),
  object("apps/v1", "StatefulSet", "store", { volumeClaimTemplates: [{}] }),
  object("v1", "ConfigMap", "store"),
  object("apps/v1", "Deployment", "front"),
  { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "store", namespace: "here" } },
];

async function graphOf(protectData: boolean): Promise<RecordedGraph> {
  const program = () => new ChartObjects("chart", { objects: OBJECTS, protectData, after: [new Operator()] });
  return (await recordGraph(program)).graph;
}

describe("the objects of a chart", () => {
  let graph: RecordedGraph;
  beforeAll(async () => {
    graph = await graphOf(true);
  });

  /** Names of what is made before an object, without its own component. */
  const madeBefore = (type: string, name: string) =>
    graph
      .find(type, name)
      .dependencies.map((one) => one.split(" ").at(-1))
      .sort();

  test("are each a resource of its own, with the object as it is", () => {
    expect(graph.find("kubernetes:core/v1:ConfigMap", "chart-configmap-here-store").inputs).toEqual(OBJECTS[2]);
    expect(graph.all.filter(({ type }) => type.startsWith("kubernetes:"))).toHaveLength(OBJECTS.length);
  });

  test("come step by step: what pods need, what runs them, what works on those", () => {
    const first = ["chart-configmap-here-store", "chart-serviceaccount-here-store"];
    const second = ["chart-deployment-here-front", "chart-statefulset-here-store"];
    expect(madeBefore("kubernetes:core/v1:ConfigMap", "chart-configmap-here-store")).toEqual(["operator"]);
    expect(madeBefore("kubernetes:apps/v1:StatefulSet", "chart-statefulset-here-store")).toEqual([...first].sort());
    expect(madeBefore("kubernetes:batch/v1:Job", "chart-job-here-bootstrap")).toEqual([...second].sort());
  });

  test("are protected where they hold data, and only there", () => {
    const protectedOnes = graph.all.filter((one) => one.protect).map(({ name }) => name);
    expect(protectedOnes).toEqual(["chart-statefulset-here-store"]);
  });
});

test("a stack that protects nothing protects nothing", async () => {
  const graph = await graphOf(false);
  expect(graph.all.filter((one) => one.protect)).toEqual([]);
});

test.each([
  ["ServiceAccount", 0],
  ["NetworkPolicy", 0],
  ["Certificate", 0],
  ["Deployment", 1],
  ["Kafka", 1],
  ["KafkaTopic", 1],
  ["Job", 3],
  ["CronJob", 3],
  ["KafkaConnector", 3],
])("%s is applied in step %i", (kind, step) => {
  expect(applyStep({ kind })).toBe(step);
});

test("pods that demand distance from one that they name come after it, and others that demand it needn't", () => {
  const away = (matchLabels: object) => ({
    template: {
      spec: {
        affinity: {
          podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: { matchLabels } }] },
        },
      },
    },
  });
  const named = { "app.kubernetes.io/name": "store", "statefulset.kubernetes.io/pod-name": "store-0" };
  expect(applyStep({ kind: "StatefulSet", spec: away(named) })).toBe(2);
  expect(applyStep({ kind: "StatefulSet", spec: away({ app: "store" }) })).toBe(1);
});

test("a Service comes with its pods, for which Pulumi waits; one without an address before them", () => {
  expect(applyStep({ kind: "Service", spec: { selector: { app: "a" } } })).toBe(1);
  expect(applyStep({ kind: "Service", spec: { selector: { app: "a" }, clusterIP: "None" } })).toBe(0);
});

test.each([
  ["Kafka", true],
  ["KafkaNodePool", true],
  ["KafkaTopic", true],
  ["Namespace", true],
  ["KafkaUser", false],
  ["StatefulSet", false],
])("%s holds data: %s", (kind, holds) => {
  expect(holdsData(object("example.com/v1", kind, "one"))).toBe(holds);
});

test("names and tokens", () => {
  expect(objectToken({ apiVersion: "v1", kind: "Service" })).toBe("kubernetes:core/v1:Service");
  expect(objectToken({ apiVersion: "kafka.strimzi.io/v1beta2", kind: "Kafka" })).toBe(
    "kubernetes:kafka.strimzi.io/v1beta2:Kafka",
  );
  expect(objectName("redis", object("v1", "Service", "one"))).toBe("redis-service-here-one");
  expect(objectName("namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name: "monitoring" } })).toBe(
    "namespaces-namespace-monitoring",
  );
});
