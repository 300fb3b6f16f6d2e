import type { KubeObject } from "../../../charts/kube-object";
import { valueAt } from "../../../charts/kube-object";
import { documentedRendering } from "../../../charts/synthesize";
import { WORKLOADS } from "../../../charts/workloads/workloads";
import { prodPlatform, prodWith } from "../../infra/prod-platform";

const rendered = (platform = prodPlatform()) =>
  documentedRendering(platform, [WORKLOADS]).flatMap(({ objects }) => objects);
const ofKind = (kind: string, objects = rendered()) => objects.filter((object) => object.kind === kind);
const named = (objects: readonly KubeObject[], name: string, namespace?: string): KubeObject => {
  const [found] = objects.filter(
    ({ metadata }) => metadata.name === name && (namespace === undefined || metadata.namespace === namespace),
  );
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe("autoscalers", () => {
  it("are the documented four: document 000, section 1", () => {
    const bounds = ofKind("HorizontalPodAutoscaler").map(({ metadata, spec }) => [
      metadata.namespace,
      valueAt(spec, ["scaleTargetRef", "name"]),
      valueAt(spec, ["minReplicas"]),
      valueAt(spec, ["maxReplicas"]),
      valueAt(spec, ["metrics", 0, "resource", "target", "averageUtilization"]),
    ]);
    expect(bounds).toEqual([
      ["catalog-prod", "catalog-search", 6, 20, 70],
      ["checkout-prod", "checkout-service", 4, 24, 65],
      ["notification-prod", "notification-service", 2, 12, 70],
      ["orders-prod", "order-processor", 4, 16, 60],
    ]);
  });

  it("scale a Deployment by its CPU, with Kubernetes' own behaviour", () => {
    expect(named(ofKind("HorizontalPodAutoscaler"), "checkout-service")).toEqual({
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name: "checkout-service", namespace: "checkout-prod" },
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "checkout-service" },
        minReplicas: 4,
        maxReplicas: 24,
        metrics: [
          { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 65 } } },
        ],
      },
    });
  });

  it("aim at Deployments of the stack file, by its names", () => {
    const platform = prodWith(({ workloads }) => {
      workloads.deployments = {
        basket: { ...workloads.deployments["checkout-service"], namespace: "batch-jobs" } as never,
      };
    });
    expect(ofKind("HorizontalPodAutoscaler", rendered(platform))).toMatchObject([
      { metadata: { name: "basket", namespace: "batch-jobs" }, spec: { scaleTargetRef: { name: "basket" } } },
    ]);
  });
});

describe("disruption budgets", () => {
  it("are the documented four: document 000, section 1", () => {
    const budgets = ofKind("PodDisruptionBudget").map(({ metadata, spec }) => [metadata.namespace, spec]);
    const always = (name: string) => ({
      selector: { matchLabels: { "app.kubernetes.io/name": name } },
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    });
    expect(budgets).toEqual([
      ["checkout-prod", { maxUnavailable: 1, ...always("checkout-service") }],
      ["inventory-prod", { maxUnavailable: 1, ...always("inventory-service") }],
      ["notification-prod", { maxUnavailable: 1, ...always("notification-service") }],
      ["user-profile-prod", { minAvailable: 2, ...always("user-profile-cache") }],
    ]);
  });

  it("none is of analytics-collector, whose pods the document drains immediately", () => {
    expect(ofKind("PodDisruptionBudget").map(({ metadata }) => metadata.name)).not.toContain("analytics-collector");
  });
});

describe("priority classes", () => {
  it("come in the order of what depends on what, and none is everybody's", () => {
    const classes = ofKind("PriorityClass").map(({ metadata, value, globalDefault, preemptionPolicy }) => [
      metadata.name,
      value,
      globalDefault,
      preemptionPolicy,
    ]);
    expect(classes).toEqual([
      ["platform-data", 1_000_000, false, "PreemptLowerPriority"],
      ["platform-service", 900_000, false, "PreemptLowerPriority"],
      ["critical-service", 500_000, false, "PreemptLowerPriority"],
      ["standard-service", 100_000, false, "PreemptLowerPriority"],
      ["batch", -10, false, "Never"],
    ]);
  });

  it("are applied before anything else, so that every pod finds its own", () => {
    expect(
      rendered()
        .slice(0, 5)
        .map(({ kind }) => kind),
    ).toEqual(Array.from({ length: 5 }, () => "PriorityClass"));
  });
});

describe("quotas", () => {
  const quotas = ofKind("ResourceQuota");

  it("hold checkout-prod to 30 pods of the service, those of an update included, with sidecars and the reserve", () => {
    expect(named(quotas, "services", "checkout-prod").spec).toEqual({
      hard: {
        // 30 x (2 + 0.1) + 2; 30 x (4 + 0.125) + 4; 30 x (4 + 2) + 4; 30 x (6 + 1) + 6.
        "requests.cpu": "65",
        "requests.memory": "130816Mi",
        "limits.cpu": "184",
        "limits.memory": "216Gi",
        pods: 40,
      },
    });
  });

  it("let as many pods be critical as Deployments with a budget have", () => {
    const critical = quotas.filter(({ metadata }) => metadata.name === "critical-service");
    expect(critical.map(({ metadata, spec }) => [metadata.namespace, valueAt(spec, ["hard", "pods"])])).toEqual([
      ["checkout-prod", 30],
      ["inventory-prod", 8],
      ["notification-prod", 15],
      // Five of the cache, and the three members of the database.
      ["user-profile-prod", 8],
    ]);
  });

  it("keep the platform's priorities to the platform, and the critical one to who has a budget", () => {
    const classes = (namespace: string) => named(quotas, "foreign-priorities", namespace).spec;
    const scope = (values: readonly string[]) => ({
      hard: { pods: 0 },
      scopeSelector: { matchExpressions: [{ scopeName: "PriorityClass", operator: "In", values }] },
    });
    const foreign = ["system-node-critical", "system-cluster-critical", "platform-data", "platform-service"];
    expect(classes("checkout-prod")).toEqual(scope(foreign));
    expect(classes("batch-jobs")).toEqual(scope([...foreign, "critical-service"]));
  });

  it("have room in user-profile-prod for a database of three members beside its Deployments", () => {
    expect(named(quotas, "services", "user-profile-prod").spec).toEqual({
      hard: {
        // 5 x (2.1 + 0.1), 5 x (0.5 + 0.1) and 8.3; 5 x 2176Mi, 5 x 4224Mi and 29Gi; 5 x (4 + 2), 5 x (1 + 2) and 22; 5 x 4, 5 x 6 and 33.
        "requests.cpu": "22300m",
        "requests.memory": "61696Mi",
        "limits.cpu": "67",
        "limits.memory": "83Gi",
        pods: 24,
      },
    });
  });

  it("have a limit range beside each, with the documented most of 16 GiB", () => {
    const ranges = ofKind("LimitRange");
    expect(ranges.map(({ metadata }) => metadata.namespace)).toEqual(
      quotas.filter(({ metadata }) => metadata.name === "services").map(({ metadata }) => metadata.namespace),
    );
    expect(named(ranges, "services", "search-prod").spec).toEqual({
      limits: [
        {
          type: "Container",
          defaultRequest: { cpu: "100m", memory: "128Mi" },
          default: { cpu: "500m", memory: "512Mi" },
          max: { cpu: "8", memory: "16Gi" },
        },
      ],
    });
  });
});
