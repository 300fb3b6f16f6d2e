import { quantity, sameInObject } from "../../../review/diff/same-value";

const QUANTITY = "the same quantity, written otherwise";
const DURATION = "the same duration, written otherwise";
const DEFAULT = "what Kubernetes fills in where it isn't given";
const CONTAINER = ["spec", "template", "spec", "containers"];

describe("two values mean the same", () => {
  it.each([
    ["apps/Deployment", [...CONTAINER, "resources", "requests", "cpu"], "1000m", "1", QUANTITY],
    ["apps/Deployment", [...CONTAINER, "resources", "limits", "memory"], "1Gi", "1024Mi", QUANTITY],
    ["ResourceQuota", ["spec", "hard", "requests.cpu"], 2, "2000m", QUANTITY],
    ["LimitRange", ["spec", "limits", "defaultRequest", "memory"], "0.5Gi", "512Mi", QUANTITY],
    ["PersistentVolumeClaim", ["spec", "resources", "requests", "storage"], "1Ti", "1024Gi", QUANTITY],
    ["kafka.strimzi.io/KafkaNodePool", ["spec", "storage", "size"], "2Ti", "2048Gi", QUANTITY],
    ["karpenter.sh/NodePool", ["spec", "limits", "cpu"], 500, "500", QUANTITY],
    ["karpenter.sh/NodePool", ["spec", "disruption", "expireAfter"], "720h", "720h0m0s", DURATION],
    [
      "install.istio.io/IstioOperator",
      ["spec", "components", "pilot", "k8s", "env", "value"],
      "24h0m0s",
      "24h",
      DURATION,
    ],
    ["velero.io/Schedule", ["spec", "template", "ttl"], "720h", "720h0m0s", DURATION],
    ["cert-manager.io/Certificate", ["spec", "renewBefore"], "1h", "60m", DURATION],
    ["ConfigMap", ["data", "kafka.yaml", "groups", "rules", "for"], "5m", "300s", DURATION],
    ["ConfigMap", ["data", "alertmanager.yml", "route", "repeat_interval"], "1d", "24h", DURATION],
    ["apps/Deployment", [...CONTAINER, "ports", "protocol"], undefined, "TCP", DEFAULT],
    ["apps/Deployment", [...CONTAINER, "livenessProbe", "periodSeconds"], 10, undefined, DEFAULT],
  ])("%s %j: %j and %j", (type, keys, before, after, reason) => {
    expect(sameInObject(type, keys, before, after)).toBe(reason);
  });
});

describe("two values differ", () => {
  it.each([
    ["another quantity", "apps/Deployment", ["resources", "requests", "cpu"], "1000m", "1001m"],
    ["a quantity that is none", "apps/Deployment", ["resources", "requests", "cpu"], "lots", "many"],
    ["a quantity where there is none", "apps/Deployment", [...CONTAINER, "env", "value"], "1000m", "1"],
    ["a name that looks like a quantity", "Secret", ["stringData", "pin"], "1k", "1000"],
    ["a share of a disk", "karpenter.sh/NodePool", ["kubelet", "evictionHard", "nodefs.available"], "10%", "0.1"],
    ["another duration", "velero.io/Schedule", ["spec", "template", "ttl"], "720h", "30h"],
    ["a duration of another schema", "karpenter.sh/NodePool", ["spec", "template", "ttl"], "1d", "24h"],
    // A text names a port of a container.
    ["a named port", "Service", ["spec", "ports", "targetPort"], 8080, "8080"],
    [
      "a default of others",
      "kafka.strimzi.io/Kafka",
      ["spec", "kafka", "livenessProbe", "timeoutSeconds"],
      1,
      undefined,
    ],
    ["a protocol of the mesh", "networking.istio.io/ServiceEntry", ["spec", "ports", "protocol"], "TCP", undefined],
    ["what isn't filled in", "apps/Deployment", [...CONTAINER, "ports", "protocol"], undefined, "UDP"],
  ])("%s", (_what, type, keys, before, after) => {
    expect(sameInObject(type, keys, before, after)).toBeUndefined();
  });
});

test("a quantity is its amount in the base unit", () => {
  expect(quantity("2200Gi")).toBe(2200 * 2 ** 30);
  expect(quantity(500)).toBe(500);
  expect(quantity("15%")).toBeUndefined();
  expect(quantity(undefined)).toBeUndefined();
});
