import type { KubeObject } from "../../../charts/kube-object";
import { templatePods } from "../../../review/capacity/template-pods";
import { asking, autoscaler, on, workload } from "./pods-fixture";

const MIB = 2 ** 20;
const ASKS = asking("500m", "1Gi");

function pods(...objects: readonly KubeObject[]) {
  return templatePods(objects).map(({ object, runs, pods: { minimum, typical, maximum } }) => [
    object,
    runs,
    minimum,
    typical,
    maximum,
  ]);
}

function asked(...objects: readonly KubeObject[]) {
  return templatePods(objects).map(({ each }) => [each.cpuMilli, each.memoryBytes / MIB]);
}

const namespace = (labels: Readonly<Record<string, string>>): KubeObject => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "apps", labels },
});

describe("how many pods there are", () => {
  it("is said by replicas, and one where nothing says so", () => {
    expect(pods(workload("StatefulSet", "a", ASKS, {}, { replicas: 3 }))).toEqual([
      ["apps/StatefulSet apps/a", "always", 3, 3, 3],
    ]);
    expect(pods(workload("Deployment", "a", ASKS))).toEqual([["apps/Deployment apps/a", "always", 1, 1, 1]]);
    expect(pods(workload("Deployment", "a", ASKS, {}, { replicas: 0 }))).toEqual([
      ["apps/Deployment apps/a", "always", 0, 0, 0],
    ]);
    const pod: KubeObject = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec: { containers: [ASKS] } };
    expect(pods(pod)).toEqual([["Pod p", "always", 1, 1, 1]]);
  });

  it("is up to an autoscaler where there is one of it", () => {
    const deployment = workload("Deployment", "a", ASKS, {}, { replicas: 9 });
    expect(pods(deployment, autoscaler("a", 4, 24))).toEqual([["apps/Deployment apps/a", "always", 4, 4, 24]]);
    expect(pods(deployment, autoscaler("a", undefined, 24))).toEqual([["apps/Deployment apps/a", "always", 1, 1, 24]]);
    expect(pods(deployment, autoscaler("b", 4, 24))).toEqual([["apps/Deployment apps/a", "always", 9, 9, 9]]);
  });

  it("is one on every node of a DaemonSet", () => {
    expect(pods(workload("DaemonSet", "a", ASKS))).toEqual([["apps/DaemonSet apps/a", "on every node", 1, 1, 1]]);
  });

  it("is none most of the time of jobs, and as many as run at once at the most", () => {
    expect(pods(workload("CronJob", "a", ASKS), workload("Job", "b", ASKS, {}, { parallelism: 3 }))).toEqual([
      ["batch/CronJob apps/a", "now and then", 0, 0, 1],
      ["batch/Job apps/b", "now and then", 0, 0, 3],
    ]);
    expect(pods(workload("CronJob", "a", ASKS, {}, { suspend: true }))).toEqual([]);
    expect(pods(workload("CronJob", "a", ASKS, {}, { suspend: false }))).toHaveLength(1);
  });
});

describe("what a pod asks for", () => {
  it("is what the scheduler counts: its containers, or a larger one that runs before them", () => {
    expect(asked(workload("Deployment", "a", ASKS))).toEqual([[500, 1024]]);
    expect(asked(workload("Deployment", "a", ASKS, { initContainers: [asking("2", "64Mi")] }))).toEqual([[2000, 1024]]);
    expect(asked(workload("Deployment", "a", {}))).toEqual([[0, 0]]);
  });

  it("has a sidecar's share where one is added", () => {
    const deployment = workload("Deployment", "a", ASKS);
    expect(asked(namespace({ "istio-injection": "enabled" }), deployment)).toEqual([[600, 1152]]);
    expect(asked(namespace({ "istio-injection": "disabled" }), deployment)).toEqual([[500, 1024]]);
    const onHost = workload("Deployment", "a", ASKS, { hostNetwork: true });
    expect(asked(namespace({ "istio-injection": "enabled" }), onHost)).toEqual([[500, 1024]]);
    const refused = {
      ...deployment,
      spec: {
        template: { metadata: { labels: { "sidecar.istio.io/inject": "false" } }, spec: { containers: [ASKS] } },
      },
    };
    expect(asked(namespace({ "istio-injection": "enabled" }), refused)).toEqual([[500, 1024]]);
  });
});

test("where a pod may be is what it selects, demands and tolerates", () => {
  const tolerations = [{ operator: "Exists" }];
  const [found] = templatePods([workload("Deployment", "a", ASKS, { ...on("web"), tolerations })]);
  expect(found?.where).toEqual({
    alternatives: [[{ key: "node.kubernetes.io/pool", operator: "In", values: ["web"] }]],
    tolerations,
  });
  expect(templatePods([workload("Deployment", "a", ASKS)])[0]?.where).toEqual({ alternatives: [[]], tolerations: [] });
});
