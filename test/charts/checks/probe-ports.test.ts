import { probePorts } from "../../../charts/checks/probe-ports";
import type { KubeObject } from "../../../charts/kube-object";
import { prodPlatform } from "../../infra/prod-platform";

const platform = prodPlatform();
const METRICS = { name: "METRICS_BIND_ADDRESS", value: ":8080" };
const HEALTH = { name: "HEALTH_PROBE_BIND_ADDRESS", value: "0.0.0.0:8081" };

const CONTAINER = {
  name: "operator",
  ports: [
    { name: "metrics", containerPort: 8080 },
    { name: "health", containerPort: 8081 },
  ],
  env: [METRICS, HEALTH],
  livenessProbe: { httpGet: { path: "/healthz", port: 8081 } },
  readinessProbe: { httpGet: { path: "/readyz", port: "health" } },
  startupProbe: { tcpSocket: { port: "metrics" } },
};

function deployment(change: object, list = "containers"): KubeObject {
  const template = { spec: { [list]: [{ ...CONTAINER, ...change }] } };
  return { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "a", namespace: "b" }, spec: { template } };
}

const found = (object: KubeObject) =>
  probePorts.find({ objects: [object], platform }).map(({ path, message }) => [path.join("."), message]);

test.each([
  ["each probe asks a declared port, by number or name", {}],
  ["health checks have no address of their own", { env: [METRICS], livenessProbe: { httpGet: { port: 8080 } } }],
  [
    "metrics and health checks share an address",
    {
      env: [METRICS, { ...HEALTH, value: ":8080" }],
      livenessProbe: { httpGet: { port: 8080 } },
    },
  ],
  [
    "a probe runs a command",
    {
      livenessProbe: { exec: { command: ["true"] } },
      ports: undefined,
      readinessProbe: undefined,
      startupProbe: undefined,
    },
  ],
])("holds where %s", (_, change) => {
  expect(found(deployment(change))).toEqual([]);
});

const AT = "spec.template.spec.containers.0";
test.each([
  [
    "the metrics' port by number",
    { livenessProbe: { httpGet: { port: 8080 } } },
    `${AT}.livenessProbe.httpGet.port`,
    "livenessProbe asks port 8080, where METRICS_BIND_ADDRESS has the metrics; HEALTH_PROBE_BIND_ADDRESS serves health checks at 8081",
  ],
  [
    "the metrics' port by name",
    { readinessProbe: { httpGet: { port: "metrics" } } },
    `${AT}.readinessProbe.httpGet.port`,
    "readinessProbe asks port metrics, where METRICS_BIND_ADDRESS has the metrics; HEALTH_PROBE_BIND_ADDRESS serves health checks at 8081",
  ],
  [
    "a port that isn't declared",
    { startupProbe: { tcpSocket: { port: 9000 } } },
    `${AT}.startupProbe.tcpSocket.port`,
    "startupProbe asks port 9000, which the container doesn't declare; it declares 8080, 8081",
  ],
  [
    "a name that isn't declared",
    { livenessProbe: { grpc: { port: "grpc" } } },
    `${AT}.livenessProbe.grpc.port`,
    "livenessProbe asks port grpc, which the container doesn't declare; it declares 8080, 8081",
  ],
])("finds a probe of %s", (_, change, path, message) => {
  expect(found(deployment(change))).toEqual([[path, message]]);
});

test("looks at containers that start before the others, too", () => {
  expect(found(deployment({ livenessProbe: { httpGet: { port: 1 } } }, "initContainers"))).toEqual([
    ["spec.template.spec.initContainers.0.livenessProbe.httpGet.port", expect.stringContaining("asks port 1, which")],
  ]);
});
