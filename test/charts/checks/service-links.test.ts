import { serviceLinks } from "../../../charts/checks/service-links";
import type { KubeObject } from "../../../charts/kube-object";
import { found } from "./kafka-fixture";

const IMAGE = "docker.io/confluentinc/cp-schema-registry:7.6.0";

function workload(kind: string, pod: object): KubeObject {
  const template = { spec: { containers: [{ name: "main", image: IMAGE }], ...pod } };
  const spec =
    kind === "Pod" ? template.spec : kind === "CronJob" ? { jobTemplate: { spec: { template } } } : { template };
  const apiVersion = kind === "Pod" ? "v1" : kind.endsWith("Job") ? "batch/v1" : "apps/v1";
  return { apiVersion, kind, metadata: { name: "main", namespace: "streams" }, spec };
}

function service(name: string, spec: object = {}, namespace = "streams"): KubeObject {
  return { apiVersion: "v1", kind: "Service", metadata: { name, namespace }, spec };
}

const message = (kind: string, path: string, name = "schema-registry", variable = "SCHEMA_REGISTRY_PORT") =>
  `${kind} main at ${path}.enableServiceLinks: Service ${name} gives the pods ${variable} and others, which the image takes for settings (SCHEMA_REGISTRY_*): set it to false`;

describe("service-links", () => {
  it.each([
    ["Deployment", "spec.template.spec"],
    ["StatefulSet", "spec.template.spec"],
    ["Job", "spec.template.spec"],
    ["CronJob", "spec.jobTemplate.spec.template.spec"],
    ["Pod", "spec"],
  ])("finds a %s beside a Service of its image's name", (kind, path) => {
    expect(found(serviceLinks, [workload(kind, {}), service("schema-registry")])).toEqual([message(kind, path)]);
    expect(found(serviceLinks, [workload(kind, { enableServiceLinks: false }), service("schema-registry")])).toEqual(
      [],
    );
  });

  it("finds a Service whose name only begins so, and an image from anywhere", () => {
    const containers = [{ name: "main", image: "mirror.example:5000/copies/cp-schema-registry@sha256:0123" }];
    expect(found(serviceLinks, [workload("Deployment", { containers }), service("schema-registry-blue")])).toEqual([
      message("Deployment", "spec.template.spec", "schema-registry-blue", "SCHEMA_REGISTRY_BLUE_PORT"),
    ]);
  });

  it.each([
    ["no Service", []],
    ["a Service of another name", [service("registry")]],
    ["a Service of another namespace", [service("schema-registry", {}, "other")]],
    ["a headless Service", [service("schema-registry", { clusterIP: "None" })]],
  ])("lets pods be beside %s", (_, services) => {
    expect(found(serviceLinks, [workload("Deployment", {}), ...services])).toEqual([]);
  });

  it("asks nothing of an image with settings of another kind", () => {
    const containers = [{ name: "main", image: "docker.io/library/redis:7.2.5-alpine" }];
    expect(found(serviceLinks, [workload("Deployment", { containers }), service("schema-registry")])).toEqual([]);
  });
});
