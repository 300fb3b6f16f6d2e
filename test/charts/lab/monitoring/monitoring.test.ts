import { valueAt } from "../../../../charts/kube-object";
import { documentedBlockStorage } from "../../../../charts/lab/monitoring/block-storage";
import { prometheusHash } from "../../../../charts/lab/monitoring/config-maps";
import { LAB_JOBS } from "../../../../charts/lab/monitoring/discovery";
import { LAB_MONITORING } from "../../../../charts/lab/monitoring/lab-monitoring";
import { labPrometheusConfig } from "../../../../charts/lab/monitoring/prometheus-config";
import { scrapeConfigs } from "../../../../charts/lab/monitoring/scrape-configs";
import { deployedLab, lab, labPlatform } from "../lab-fixture";

const of = (kind: string, name: string) => {
  const found = deployedLab().find((object) => object.kind === kind && object.metadata.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
};
const podSpec = (kind: string, name: string) => valueAt(of(kind, name), ["spec", "template", "spec"]);

describe("documented names", () => {
  test.each([
    ["prometheus-service", 9090],
    ["grafana", 3000],
    ["alertmanager", 9093],
  ])("Service %s at %d", (name, port) => {
    expect(valueAt(of("Service", name), ["spec", "ports", 0, "port"])).toBe(port);
  });

  test.each(["prometheus-config", "grafana-dashboards", "prometheus-storage-config", "alertmanager-config"])(
    "ConfigMap %s in monitoring",
    (name) => {
      expect(of("ConfigMap", name).metadata.namespace).toBe("monitoring");
    },
  );

  test.each(["grafana", "alertmanager"])("%s is a Deployment, which the document restarts", (name) => {
    expect(of("Deployment", name).spec).toMatchObject({ replicas: 1, strategy: { type: "Recreate" } });
  });

  test("alerts and storage are printed as documented", () => {
    expect(LAB_MONITORING.printed?.(labPlatform()).map(({ name }) => name)).toEqual([
      "prometheus-rules",
      "prometheus-storage-config",
    ]);
  });
});

test("the long-term storage, byte for byte as the document prints it", () => {
  expect(documentedBlockStorage(lab())).toEqual({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "prometheus-storage-config" },
    data: {
      "thanos.yaml":
        'type: s3\nconfig:\n  bucket: "prometheus-long-term-storage"\n  endpoint: "s3.eu-central-1.amazonaws.com"\n  region: "eu-central-1"\n',
    },
  });
});

describe("what Prometheus reads", () => {
  test("the same jobs in the cluster as anywhere else", () => {
    expect(scrapeConfigs(lab(), { kind: "kubernetes" }).map(({ job_name }) => job_name)).toEqual([...LAB_JOBS]);
  });

  test("kubelets at their own port, with their certificate checked", () => {
    const jobs = scrapeConfigs(lab(), { kind: "kubernetes" });
    expect(jobs.find(({ job_name }) => job_name === "cadvisor")).toEqual({
      job_name: "cadvisor",
      scheme: "https",
      metrics_path: "/metrics/cadvisor",
      tls_config: { ca_file: "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt" },
      authorization: { credentials_file: "/var/run/secrets/kubernetes.io/serviceaccount/token" },
      kubernetes_sd_configs: [{ role: "node" }],
      relabel_configs: [
        { source_labels: ["__meta_kubernetes_node_name"], target_label: "node" },
        { source_labels: ["__meta_kubernetes_node_name"], target_label: "instance" },
      ],
    });
    expect(JSON.stringify(jobs)).not.toContain("insecure");
  });

  test("addresses as they are, jobs without any left out", () => {
    const targets = {
      cadvisor: [{ address: "127.0.0.1:4194" }],
      backend: [{ address: "127.0.0.1:8080", labels: { namespace: "sre-shop" } }],
    };
    const discovery = { kind: "static", targets, ruleFiles: ["a.yaml"], alertmanagers: ["127.0.0.1:9093"] } as const;
    expect(labPrometheusConfig(lab(), discovery, { windowFactor: 30 })).toEqual({
      global: {
        scrape_interval: "500ms",
        scrape_timeout: "333ms",
        evaluation_interval: "1s",
        external_labels: { cluster: "sre-training-cluster" },
      },
      rule_files: ["a.yaml"],
      alerting: { alertmanagers: [{ static_configs: [{ targets: ["127.0.0.1:9093"] }] }] },
      scrape_configs: [
        { job_name: "backend", static_configs: [{ targets: ["127.0.0.1:8080"], labels: { namespace: "sre-shop" } }] },
        {
          job_name: "cadvisor",
          metrics_path: "/metrics/cadvisor",
          static_configs: [{ targets: ["127.0.0.1:4194"], labels: {} }],
        },
      ],
    });
  });

  test("may read metrics of nodes, and run nothing by way of them", () => {
    expect(of("ClusterRole", "monitoring-prometheus").rules).toEqual([
      { apiGroups: [""], resources: ["nodes", "pods"], verbs: ["get", "list", "watch"] },
      { apiGroups: [""], resources: ["nodes/metrics"], verbs: ["get"] },
    ]);
    const rules = JSON.stringify(of("ClusterRole", "monitoring-kube-state-metrics").rules);
    expect(rules).not.toMatch(/secrets|configmaps/);
  });
});

describe("Grafana's administrator", () => {
  const spec = podSpec("Deployment", "grafana");

  test("gets a password that the pod makes, in memory", () => {
    expect(valueAt(spec, ["initContainers", 0, "command"])).toEqual([
      "/bin/sh",
      "-euc",
      "umask 077; head -c 24 /dev/urandom | base64 > /run/grafana-admin/password",
    ]);
    expect(valueAt(spec, ["volumes", 0])).toEqual({
      name: "admin-password",
      emptyDir: { medium: "Memory", sizeLimit: "1Mi" },
    });
  });

  test("which Grafana reads from a file", () => {
    expect(valueAt(spec, ["containers", 0, "env", 0])).toEqual({
      name: "GF_SECURITY_ADMIN_PASSWORD__FILE",
      value: "/run/grafana-admin/password",
    });
  });
});

test("the exporter of nodes has nothing of its node", () => {
  const spec = podSpec("DaemonSet", "node-exporter");
  expect(spec).not.toHaveProperty("hostNetwork");
  expect(spec).not.toHaveProperty("hostPID");
  expect(spec).not.toHaveProperty("volumes");
});

test("Alertmanager starts without the keys that people make", () => {
  expect(valueAt(podSpec("Deployment", "alertmanager"), ["volumes", 1])).toEqual({
    name: "keys",
    secret: { secretName: "alertmanager-receivers", optional: true, defaultMode: 0o440 },
  });
});

test("a changed rule makes Prometheus' pod anew", () => {
  const other = lab(({ labMonitoring }) => Object.assign(labMonitoring, { runbooks: "https://elsewhere.example" }));
  expect(prometheusHash(lab())).toMatch(/^[0-9a-f]{8}$/);
  expect(prometheusHash(other)).not.toBe(prometheusHash(lab()));
});

test("Prometheus and Thanos agree on blocks, and Thanos has the bucket's role", () => {
  const spec = podSpec("StatefulSet", "prometheus");
  expect(valueAt(spec, ["containers", 0, "args"])).toEqual([
    "--config.file=/etc/prometheus/prometheus.yml",
    "--storage.tsdb.path=/prometheus",
    "--storage.tsdb.retention.time=35d",
    "--storage.tsdb.min-block-duration=2h",
    "--storage.tsdb.max-block-duration=2h",
  ]);
  expect(valueAt(spec, ["containers", 1, "args"])).toContain("--objstore.config-file=/etc/thanos/thanos.yaml");
  expect(valueAt(spec, ["serviceAccountName"])).toBe("prometheus");
  const { annotations } = of("ServiceAccount", "prometheus").metadata;
  expect(annotations?.["eks.amazonaws.com/role-arn"]).toMatch(/:role\/sre-training-cluster-prometheus-blocks$/);
});
