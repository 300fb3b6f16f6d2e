import { join } from "node:path";
import type { KubeObject } from "../../charts/kube-object";
import { ALERTMANAGER, GRAFANA, PROMETHEUS, proxyPath } from "../../health/monitoring-service";
import { manifestsIn } from "../../policies/manifests";
import { REPOSITORY } from "../../sandbox/vantage-project";
import { deployed, monitoringObjects } from "./manifest-fixture";

const path = (name: string, port: number) => `/api/v1/namespaces/monitoring/services/${name}:${port}/proxy`;

test("finds each part by its image, whatever registry it comes from, and the port that leads to it", () => {
  const objects = monitoringObjects();
  expect([PROMETHEUS, GRAFANA, ALERTMANAGER].map((part) => proxyPath(part, objects))).toEqual([
    path("prometheus", 9090),
    path("grafana", 80),
    path("alertmanager", 9093),
  ]);
});

/** Where the parts answer in each stack. Prod's are installed by Helm, whose objects are not in its manifests. */
const COMMITTED: Readonly<Record<string, readonly (string | undefined)[]>> = {
  prod: [undefined, undefined, undefined],
  "sre-lab": [path("prometheus-service", 9090), path("grafana", 3000), path("alertmanager", 9093)],
};

test.each(Object.entries(COMMITTED))("finds in the committed manifests of %s what is there", (stack, paths) => {
  const objects = manifestsIn(join(REPOSITORY, "manifests", stack));
  expect([PROMETHEUS, GRAFANA, ALERTMANAGER].map((part) => proxyPath(part, objects))).toEqual(paths);
});

test.each([
  ["a digest", "prom/prometheus@sha256:0000"],
  ["a registry with a port", "registry.example.org:5000/prometheus:v2"],
])("reads an image with %s", (_, image) => {
  expect(proxyPath(PROMETHEUS, deployed("p", image, { service: 1, container: 9090 }))).toBe(path("p", 1));
});

/** The Service of a Prometheus with something else about it. */
function withService(change: (service: { metadata: Record<string, unknown>; spec: Record<string, unknown> }) => void) {
  const [workload, service] = structuredClone(deployed("p", "prom/prometheus", { service: 80, container: 9090 }));
  change(service as never);
  return [workload, service] as readonly KubeObject[];
}

test.each([
  [
    "several ports, the one that leads to it by number",
    [
      { port: 8080, targetPort: 8080 },
      { port: 81, targetPort: 9090 },
    ],
    81,
  ],
  ["several ports, the one that is its own", [{ port: 8080 }, { port: 9090 }], 9090],
  ["one port that leads to wherever it listens", [{ port: 82, targetPort: 9999 }], 82],
])("finds, of %s", (_, ports, port) => {
  const objects = withService(({ spec }) => {
    spec.ports = ports;
  });
  expect(proxyPath(PROMETHEUS, objects)).toBe(path("p", port));
});

test.each<[string, readonly KubeObject[]]>([
  ["manifests without it", deployed("p", "prom/pushgateway", { service: 9091, container: 9091 })],
  ["an image whose name begins alike", deployed("p", "prom/prometheus-adapter", { service: 80, container: 9090 })],
  ["a workload without a Service", deployed("p", "prom/prometheus", { service: 80, container: 9090 }).slice(0, 1)],
  [
    "a Service of another namespace",
    withService(({ metadata }) => {
      metadata.namespace = "other";
    }),
  ],
  [
    "a Service of other pods",
    withService(({ spec }) => {
      spec.selector = { app: "other" };
    }),
  ],
  [
    "a Service that picks nothing",
    withService(({ spec }) => {
      delete spec.selector;
    }),
  ],
  [
    "several ports that lead elsewhere",
    withService(({ spec }) => {
      spec.ports = [{ port: 1 }, { port: 2 }];
    }),
  ],
])("finds none in %s", (_, objects) => {
  expect(proxyPath(PROMETHEUS, objects)).toBeUndefined();
});
