import type { Manifest } from "../../../infra/kubernetes/kubernetes-object";
import { awaited, creationMinutes } from "../../../infra/kubernetes/readiness";

const of = (kind: string, spec: object = {}): Manifest => ({
  apiVersion: "example.com/v1",
  kind,
  metadata: { name: "one", namespace: "here", annotations: { mine: "kept" } },
  spec,
});

test.each(["Kafka", "KafkaConnect", "KafkaUser"])("Pulumi waits for %s to be ready", (kind) => {
  expect(awaited(of(kind)).metadata.annotations).toEqual({ mine: "kept", "pulumi.com/waitFor": "condition=Ready" });
  expect(creationMinutes(of(kind))).toBe(25);
});

test.each(["KafkaTopic", "StatefulSet", "ConfigMap"])("%s stays as it is rendered", (kind) => {
  const manifest = of(kind);
  expect(awaited(manifest)).toBe(manifest);
});

test("a pod has the time of its startup probe beside that of a node", () => {
  const probe = (failureThreshold: number, periodSeconds?: number) => ({
    template: { spec: { containers: [{}, { startupProbe: { failureThreshold, periodSeconds } }] } },
  });
  expect(creationMinutes(of("StatefulSet", probe(130, 10)))).toBe(Math.ceil((600 + 1300) / 60));
  expect(creationMinutes(of("StatefulSet", probe(200)))).toBe(Math.ceil((600 + 2000) / 60));
  expect(creationMinutes(of("Deployment", probe(1)))).toBe(25);
});

test("a Job has its own deadline beside that of a node", () => {
  expect(creationMinutes(of("Job", { activeDeadlineSeconds: 900 }))).toBe(25);
  expect(creationMinutes(of("Job"))).toBe(10);
});

test("what is there at once has Pulumi's own limit", () => {
  expect(creationMinutes(of("ConfigMap"))).toBeUndefined();
});
