import type { KubeObject } from "../../../charts/kube-object";
import { isWorkload, podOf } from "./pod-admission";

const TEMPLATE = { metadata: { labels: { app: "a" } }, spec: { containers: [{ name: "a" }] } };
const workload = (kind: string, spec: object): KubeObject => ({
  apiVersion: "any/v1",
  kind,
  metadata: { name: "a", namespace: "shop", labels: { owner: "b" } },
  spec,
});
const POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "a-0", namespace: "shop", labels: { app: "a" } },
  spec: { containers: [{ name: "a" }] },
};

test.each(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job"])(
  "the pod of a %s is its template",
  (kind) => {
    expect(podOf(workload(kind, { template: TEMPLATE }))).toEqual(POD);
  },
);

test("the pod of a CronJob is the template of its job", () => {
  expect(podOf(workload("CronJob", { jobTemplate: { spec: { template: TEMPLATE } } }))).toEqual(POD);
});

test("each claim of a StatefulSet is a volume, in place of one of the same name", () => {
  const volumes = [
    { name: "data", emptyDir: {} },
    { name: "tmp", emptyDir: {} },
  ];
  const pod = podOf(
    workload("StatefulSet", {
      template: { ...TEMPLATE, spec: { ...TEMPLATE.spec, volumes } },
      volumeClaimTemplates: [{ metadata: { name: "data" } }],
    }),
  );
  expect(pod.spec).toEqual({
    containers: [{ name: "a" }],
    volumes: [
      { name: "tmp", emptyDir: {} },
      { name: "data", persistentVolumeClaim: { claimName: "data-a-0" } },
    ],
  });
});

test.each([
  ["a kind without pods", workload("Service", { template: TEMPLATE })],
  ["a workload without a template", workload("Deployment", {})],
])("%s is refused", (_, object) => {
  expect(() => podOf(object)).toThrow(`${object.kind} a has no pod template.`);
});

test("workloads are told from the rest", () => {
  expect(["CronJob", "Pod", "Kafka"].map((kind) => isWorkload({ kind }))).toEqual([true, false, false]);
});
