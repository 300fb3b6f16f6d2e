import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KubeObject } from "../../charts/kube-object";
import { ALL_CHECKS } from "../../health/checks/all";
import type { ClusterReader } from "../../health/cluster-reader";
import { kubectlReader } from "../../health/kubectl";
import { runChecks } from "../../health/run-checks";
import { goTool } from "../../sandbox/engine/go-tool";
import { processTerminal } from "../../sandbox/engine/terminal";
import {
  type ControlPlane,
  START_TIMEOUT_MILLISECONDS,
  startControlPlane,
} from "../cluster/control-plane/control-plane";
import { applyDefinitions } from "../cluster/control-plane/definitions";
import { type PodNetwork, startPodNetwork } from "../cluster/control-plane/pod-network";
import { describeWithTools } from "../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER, KUBECTL } from "../tools/tools";
import { QUARTER } from "./certificate-fixture";
import { expecting } from "./expectation-fixture";
import {
  ANSWERS,
  endpointsOf,
  METRICS,
  METRICS_OF_NODE,
  MONITORING_PODS,
  NODE,
  POD,
  targets,
  tlsSecret,
  withReplicas,
  writeHealthyCluster,
} from "./healthy-cluster";
import { kubectlEnvironment } from "./kubectl-environment";
import { monitoringObjects } from "./manifest-fixture";

describeWithTools([ETCD, KUBE_APISERVER, KUBECTL], "the morning check, on kube-apiserver 1.29,", () => {
  let pods: PodNetwork;
  let plane: ControlPlane;
  let kubectl: string;
  let reader: ClusterReader;

  beforeAll(async () => {
    kubectl = await goTool(KUBECTL, processTerminal());
    pods = await startPodNetwork(MONITORING_PODS);
    plane = await startControlPlane({ podNetwork: pods });
    await writeHealthyCluster(plane);
    reader = kubectlReader({ program: kubectl, environment: kubectlEnvironment(plane) });
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(async () => {
    await plane?.stop();
    await pods?.stop();
  });

  /** Rows of all checks or of one, as they are an hour later: nothing is new any more. */
  async function rows(check?: string, of: ClusterReader = reader): Promise<readonly string[]> {
    const expectation = { ...expecting(monitoringObjects()), now: new Date(Date.now() + 3_600_000) };
    const checks = ALL_CHECKS.filter(({ name }) => check === undefined || name === check);
    return (await runChecks(checks, of, expectation)).map(
      ({ verdict, check: name, subject, found }) => `${verdict}: ${name}: ${subject}: ${found}`,
    );
  }

  const HEALTHY = [
    "as expected: API server: version: v1.29.15",
    "as expected: API server: /readyz: ok",
    "as expected: nodes: all: 1 of 1",
    "as expected: node usage: all: 1 of 1",
    "as expected: pods: all: 4 of 4",
    "as expected: Prometheus: /-/healthy: is Healthy",
    "as expected: Prometheus: /-/ready: is Ready",
    "as expected: Prometheus targets: all: 1 of 1",
    "as expected: Grafana: /api/health: database ok",
    "as expected: Alertmanager: /-/healthy: OK",
    "as expected: Alertmanager: /-/ready: OK",
    "as expected: workloads: all: 3 of 3",
    "as expected: endpoints: all: 3 of 3",
    "as expected: certificates: all: 1 of 1",
  ];

  test("has nothing to measure where nothing serves metrics", async () => {
    const unmeasured = "not checked: node usage: all: the cluster serves no metrics of nodes (metrics.k8s.io)";
    expect(await rows()).toEqual(HEALTHY.map((row) => (row.includes("node usage") ? unmeasured : row)));
  });

  test("finds nothing where all is well", async () => {
    await applyDefinitions(plane.api, JSON.stringify(METRICS));
    await plane.api.apply(METRICS_OF_NODE);
    expect(await rows()).toEqual(HEALTHY);
  });

  const [deployment] = monitoringObjects() as [KubeObject];
  const conditions = (ready: string) => [{ type: "Ready", status: ready, message: "kubelet is silent" }];
  const applied =
    (...objects: readonly KubeObject[]) =>
    async () => {
      for (const object of objects) await plane.api.apply(object);
    };
  const statusApplied =
    (object: KubeObject, changed: unknown = object.status) =>
    async () => {
      await plane.api.applyStatus({ ...object, status: changed });
    };
  const answered = (of: Record<string, string>, path: string, answer?: string) => async () => {
    if (answer === undefined) delete of[path];
    else of[path] = answer;
  };
  const { prometheus, grafana } = ANSWERS;
  const grafanaAnswer = grafana["/api/health"];

  /** What is broken, what it is found by, what is found, and how it is mended. */
  type Case = readonly [string, string, () => Promise<void>, string, () => Promise<void>];
  test.each<Case>([
    [
      "a node that is silent",
      "nodes",
      statusApplied(NODE, { ...(NODE.status as object), conditions: conditions("Unknown") }),
      "node-1: Ready is unknown: kubelet is silent",
      statusApplied(NODE),
    ],
    [
      "a node short of memory",
      "node usage",
      applied({ ...METRICS_OF_NODE, usage: { cpu: "1", memory: "14000000Ki" } }),
      "node-1: CPU 25 %, memory 93 %",
      applied(METRICS_OF_NODE),
    ],
    [
      "a pod that failed",
      "pods",
      statusApplied(POD, { phase: "Failed" }),
      "monitoring/till-0: Failed",
      statusApplied(POD),
    ],
    [
      "a replica that isn't ready",
      "workloads",
      async () => void (await plane.api.applyStatus(withReplicas(deployment, 0))),
      "Deployment monitoring/prometheus: 0/1 ready",
      async () => void (await plane.api.applyStatus(withReplicas(deployment, 1))),
    ],
    [
      "a Service without a ready pod",
      "endpoints",
      applied(...endpointsOf("grafana", false)),
      "monitoring/grafana: none",
      applied(...endpointsOf("grafana")),
    ],
    [
      "a Prometheus that reads its data",
      "Prometheus",
      answered(prometheus, "/-/ready"),
      "/-/ready: Error from server (ServiceUnavailable): the server is currently unable to handle the request",
      answered(prometheus, "/-/ready", prometheus["/-/ready"]),
    ],
    [
      "a target that is down",
      "Prometheus targets",
      answered(prometheus, "/api/v1/targets?state=active", targets("down", "connection refused")),
      "till 10.0.0.7:8080: down: connection refused",
      answered(prometheus, "/api/v1/targets?state=active", targets("up")),
    ],
    [
      "a Grafana without its database",
      "Grafana",
      answered(grafana, "/api/health", '{"database":"failing"}'),
      '/api/health: {"database":"failing"}',
      answered(grafana, "/api/health", grafanaAnswer),
    ],
    [
      "a certificate that has ended",
      "certificates",
      applied(tlsSecret(QUARTER)),
      "monitoring/till-tls: ended days ago (2024-05-30)",
      async () => plane.api.delete(tlsSecret(QUARTER)),
    ],
  ])("finds %s", async (_, check, breakIt, found, mendIt) => {
    await breakIt();
    try {
      const seen = (await rows(check)).filter((row) => row.startsWith("finding"));
      // How long ago something was depends on the day of the test.
      expect(seen.map((row) => row.replace(/\d+d ago/, "days ago"))).toEqual([`finding: ${check}: ${found}`]);
    } finally {
      await mendIt();
    }
  });

  test("finds that a Service leads nowhere, in the API server's words", async () => {
    for (const object of endpointsOf("alertmanager", false)) await plane.api.apply(object);
    expect(await rows("Alertmanager")).toEqual(
      ["/-/healthy", "/-/ready"].map(
        (path) =>
          `finding: Alertmanager: ${path}: Error from server (ServiceUnavailable): no endpoints available for service "alertmanager:9093"`,
      ),
    );
    for (const object of endpointsOf("alertmanager")) await plane.api.apply(object);
  });

  test("finds what it has no right to read, instead of passing over it", async () => {
    const config = JSON.parse(readFileSync(plane.kubeconfigFile, "utf8"));
    config.users[0].user.as = "guest";
    const file = join(plane.folder, "guest.json");
    writeFileSync(file, JSON.stringify(config));
    const guest = kubectlReader({ program: kubectl, environment: kubectlEnvironment(plane, file) });
    const found = await rows("certificates", guest);
    expect(found).toEqual([
      'finding: certificates: reading: Error from server (Forbidden): secrets is forbidden: User "guest" cannot list resource "secrets" in API group "" at the cluster scope',
    ]);
    expect(await rows("node usage", guest)).toEqual([
      expect.stringMatching(/^finding: node usage: reading: .*Forbidden/),
    ]);
  });

  test("takes from a Secret the certificate, and leaves the key", async () => {
    await plane.api.apply(tlsSecret(QUARTER));
    const fields = await reader.fields("secrets", "type=kubernetes.io/tls", [
      ".metadata.name",
      ".data.tls\\.crt",
      ".none",
    ]);
    expect(fields).toEqual([["till-tls", Buffer.from(QUARTER).toString("base64"), ""]]);
  });
});
