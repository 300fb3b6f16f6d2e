import type { KubeObject } from "../../../../../../charts/kube-object";
import { callsOf } from "../../../../../../review/page/architecture/systems/calls/calls";
import { worldOf } from "../../../../../../review/page/architecture/systems/world";
import { resource, urnOf } from "../../../../../policies/estate-fixture";
import { deployment, object, smallPlan } from "../../../page-fixture";

/** The calls of some objects: `from > to:ports`, those that watch with a mark. */
const shown = (objects: readonly KubeObject[], resources: Parameters<typeof worldOf>[0] = []) =>
  callsOf(worldOf(resources, objects)).map(
    ({ from, to, ports, kind }) =>
      `${from} > ${to}${ports.length === 0 ? "" : `:${ports.join(",")}`}${kind === "metrics" ? " (watches)" : ""}`,
  );

const named = (name: string) => ({ matchLabels: { "app.kubernetes.io/name": name } });
const namespaceNamed = (...values: string[]) => ({
  matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "In", values }],
});
const policy = (namespace: string, spec: unknown) =>
  object("networking.k8s.io/v1", "NetworkPolicy", "p", namespace, { spec });
const namespaces = ["shop", "store", "watch"].map((name) => object("v1", "Namespace", name, undefined));
const tcp = (...ports: (number | string)[]) => ports.map((port) => ({ protocol: "TCP", port }));

describe("calls that network policies admit", () => {
  it("come from namespaces and go to the pods that a policy is about", () => {
    const spec = {
      podSelector: named("cart"),
      ingress: [{ from: [{ namespaceSelector: namespaceNamed("shop", "watch") }], ports: tcp(8080, 9090) }],
    };
    expect(shown([...namespaces, deployment("cart", "store"), policy("store", spec)])).toEqual([
      "shop > store/cart:8080,9090",
      "watch > store/cart:8080,9090",
    ]);
  });

  it("are those of pods where pods are selected, and go out as well as in", () => {
    const spec = {
      podSelector: named("cart"),
      ingress: [{ from: [{ podSelector: named("backup") }] }],
      egress: [{ to: [{ namespaceSelector: namespaceNamed("shop"), podSelector: named("web") }], ports: tcp(80) }],
    };
    const workloads = [deployment("cart", "store"), deployment("backup", "store"), deployment("web", "shop")];
    expect(shown([...namespaces, ...workloads, policy("store", spec)])).toEqual([
      "store/backup > store/cart",
      "store/cart > shop/web:80",
    ]);
  });

  it("are of the whole namespace where its pods aren't known", () => {
    const spec = {
      podSelector: named("unknown"),
      ingress: [{ from: [{ namespaceSelector: namespaceNamed("shop") }] }],
    };
    expect(shown([...namespaces, policy("store", spec)])).toEqual(["shop > store"]);
  });

  it.each([
    ["DNS", { egress: [{ to: [{ namespaceSelector: namespaceNamed("watch") }], ports: tcp(53) }] }],
    ["blocks of addresses", { ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] }],
    ["every namespace", { ingress: [{ from: [{ namespaceSelector: {} }] }] }],
    ["itself", { ingress: [{ from: [{ podSelector: named("cart") }] }] }],
  ])("aren't those of %s", (_what, rules) => {
    const spec = { podSelector: named("cart"), ...rules };
    expect(shown([...namespaces, deployment("cart", "store"), policy("store", spec)])).toEqual([]);
  });
});

describe("calls that configurations name", () => {
  const service = object("v1", "Service", "cart", "store", {
    spec: { selector: { "app.kubernetes.io/name": "cart" } },
  });

  it.each([
    ["http://cart.store.svc.cluster.local:8080/path", "shop/web > store/cart:8080"],
    ["cart.store.svc:6379", "shop/web > store/cart:6379"],
    ["redis-0.cart.store.svc", "shop/web > store/cart"],
    ["http://other.store.svc:1", "shop/web > store:1"],
  ])("go by a Service's whole name: %s", (address, expected) => {
    expect(shown([deployment("web", "shop", { A: address }), deployment("cart", "store"), service])).toEqual([
      expected,
    ]);
  });

  it("go by its short name with a port, within a namespace", () => {
    const objects = [deployment("web", "store", { A: "SSL://cart:9093" }), deployment("cart", "store"), service];
    expect(shown(objects)).toEqual(["store/web > store/cart:9093"]);
    expect(shown([deployment("web", "store", { A: "cart" }), deployment("cart", "store"), service])).toEqual([]);
    expect(shown([deployment("web", "shop", { A: "cart:9093" }), deployment("cart", "store"), service])).toEqual([]);
  });

  it("are those of ConfigMaps that a workload names", () => {
    const settings = object("v1", "ConfigMap", "settings", "shop", { data: { "a.yml": "to: cart.store.svc:80" } });
    const objects = [deployment("web", "shop", { FROM: "settings" }), deployment("cart", "store"), service, settings];
    expect(shown(objects)).toEqual(["shop/web > store/cart:80"]);
    expect(shown([deployment("web", "shop"), deployment("cart", "store"), service, settings])).toEqual([]);
  });

  it("go from Kafka Connect to its cluster, and to what its connectors name", () => {
    const strimzi = (kind: string, name: string, spec: unknown, labels = {}) =>
      object("kafka.strimzi.io/v1beta2", kind, name, "kafka", { spec }, labels);
    const objects = [
      strimzi("Kafka", "main", {}),
      strimzi("KafkaConnect", "connect", { bootstrapServers: "main-kafka-bootstrap:9093" }),
      strimzi(
        "KafkaConnector",
        "source",
        { config: { "connection.url": "jdbc:postgresql://orders.abc.rds.example.com:5432/db", bucket: "lab-backups" } },
        { "strimzi.io/cluster": "connect" },
      ),
    ];
    expect(shown(objects, smallPlan())).toEqual([
      "kafka/connect > Amazon S3/lab-backups",
      "kafka/connect > Databases/postgresql orders:5432",
      "kafka/connect > kafka/main:9093",
    ]);
  });

  it("aren't to a bucket whose name is part of a longer one", () => {
    expect(shown([deployment("web", "shop", { B: "s3://lab-backups-old/x" })], smallPlan())).toEqual([]);
    expect(shown([deployment("web", "shop", { B: "s3://lab-backups/x" })], smallPlan())).toEqual([
      "shop/web > Amazon S3/lab-backups",
    ]);
  });
});

describe("other calls", () => {
  const balanced = (annotations: Readonly<Record<string, string>>) =>
    resource("kubernetes:helm.sh/v3:Release", "r", {
      name: "gateway",
      namespace: "edge",
      values: {
        service: { annotations: { "service.beta.kubernetes.io/aws-load-balancer-type": "nlb", ...annotations } },
      },
    });

  it("come in through load balancers, from the internet or from connected networks", () => {
    expect(shown([], [balanced({})])).toEqual(["Internet > edge/gateway"]);
    const internal = { "service.beta.kubernetes.io/aws-load-balancer-internal": "true" };
    expect(shown([], [balanced(internal)])).toEqual(["Connected networks > edge/gateway"]);
    const scheme = { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" };
    expect(shown([], [balanced(scheme)])).toEqual(["Connected networks > edge/gateway"]);
  });

  it("are events that rules send to queues, and whoever takes them from there", () => {
    const rule = "aws:cloudwatch/eventRule:EventRule";
    const queue = "aws:sqs/queue:Queue";
    const resources = [
      resource(queue, "q", { name: "interruptions" }),
      resource(rule, "spot", {}),
      resource(
        "aws:cloudwatch/eventTarget:EventTarget",
        "t",
        {},
        { dependencies: [urnOf(rule, "spot"), urnOf(queue, "q")] },
      ),
    ];
    expect(shown([deployment("karpenter", "karpenter", { QUEUE: "interruptions" })], resources)).toEqual([
      "Amazon EventBridge > Amazon SQS/interruptions",
      "karpenter/karpenter > Amazon SQS/interruptions",
    ]);
  });

  it("are scrapes, and what policies admit for them", () => {
    const jobs = {
      "jobs.yml":
        "scrape_configs:\n- job_name: a\n  kubernetes_sd_configs:\n  - role: pod\n    namespaces:\n      names: [store, watch]\n",
    };
    const objects = [
      ...namespaces,
      deployment("prometheus", "watch", { JOBS: "jobs" }),
      object("v1", "ConfigMap", "jobs", "watch", { data: jobs }),
      deployment("cart", "store"),
      policy("store", {
        podSelector: named("cart"),
        ingress: [{ from: [{ namespaceSelector: namespaceNamed("watch") }], ports: tcp(9121) }],
      }),
    ];
    expect(shown(objects)).toEqual([
      "watch/prometheus > store (watches)",
      "watch/prometheus > store/cart:9121 (watches)",
    ]);
  });

  it("are one for each pair, with all ports and everything that says so", () => {
    const objects = [
      deployment("web", "shop", { A: "cart.store.svc:9000", B: "cart.store.svc:80" }),
      deployment("cart", "store"),
      object("v1", "Service", "cart", "store", { spec: { selector: { "app.kubernetes.io/name": "cart" } } }),
      policy("store", {
        podSelector: named("cart"),
        ingress: [{ from: [{ namespaceSelector: namespaceNamed("shop"), podSelector: named("web") }] }],
      }),
      ...namespaces,
    ];
    expect(callsOf(worldOf([], objects))).toEqual([
      {
        from: "shop/web",
        to: "store/cart",
        kind: "traffic",
        ports: ["80", "9000"],
        sources: ["apps/Deployment shop/web", "networking.k8s.io/NetworkPolicy store/p"],
      },
    ]);
  });
});
