import { serviceTargets } from "../../../charts/checks/service-targets";
import type { KubeObject } from "../../../charts/kube-object";
import { prodPlatform } from "../../infra/prod-platform";

const platform = prodPlatform();
const metadata = { name: "web", namespace: "shop" };

const WEB: KubeObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata,
  spec: {
    template: {
      metadata: { labels: { app: "web", tier: "front" } },
      spec: {
        containers: [
          {
            name: "web",
            ports: [
              { name: "http", containerPort: 8080 },
              { containerPort: 53, protocol: "UDP" },
            ],
          },
          { name: "proxy", ports: [{ containerPort: 9000 }] },
        ],
      },
    },
  },
};

function service(spec: object, namespace = "shop"): KubeObject {
  return { apiVersion: "v1", kind: "Service", metadata: { ...metadata, namespace }, spec };
}
const to = (port: object) => service({ selector: { app: "web" }, ports: [port] });
const found = (...objects: KubeObject[]) =>
  serviceTargets.find({ objects, platform }).map(({ path, message }) => [path.join("."), message]);

test.each([
  ["a named port", to({ port: 80, targetPort: "http" })],
  ["a number", to({ port: 80, targetPort: 9000 })],
  ["its own number", to({ port: 8080 })],
  ["a port of UDP", to({ port: 53, protocol: "UDP" })],
  ["no pods, because it has no selector", service({ ports: [{ port: 1 }] })],
  ["pods that Strimzi makes", service({ selector: { "strimzi.io/cluster": "a" }, ports: [{ port: 1 }] })],
])("holds for a Service that leads to %s", (_, object) => {
  expect(found(WEB, object)).toEqual([]);
});

test("finds a selector that no pod of the namespace has", () => {
  expect(found(WEB, service({ selector: { app: "web", tier: "back" } }))).toEqual([
    ["spec.selector", "no pod of the namespace has the labels app=web, tier=back"],
  ]);
  expect(found(WEB, service({ selector: { app: "web" } }, "other"))).toHaveLength(1);
});

test.each([
  ["a name that isn't declared", { port: 80, targetPort: "https" }, "https (TCP)"],
  ["a number that isn't declared", { port: 80 }, "80 (TCP)"],
  ["the other protocol", { port: 53 }, "53 (TCP)"],
])("finds %s", (_, port, target) => {
  expect(found(WEB, to(port))).toEqual([
    ["spec.ports.0.targetPort", `${target} is no port that Deployment web declares`],
  ]);
});

test("every kind of pod that the selector finds has to declare the port", () => {
  const job: KubeObject = {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { ...metadata, name: "nightly" },
    spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: "web" } }, spec: { containers: [{}] } } } } },
  };
  expect(found(WEB, job, to({ port: 8080 }))).toEqual([
    ["spec.ports.0.targetPort", "8080 (TCP) is no port that CronJob nightly declares"],
  ]);
});
