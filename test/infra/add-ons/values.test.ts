import { ADD_ON_VALUES } from "../../../infra/add-ons/add-ons";
import { alertmanagerValues } from "../../../infra/add-ons/alertmanager";
import { fluentBitValues } from "../../../infra/add-ons/fluent-bit";
import { grafanaValues } from "../../../infra/add-ons/grafana";
import { ingressNginxValues } from "../../../infra/add-ons/ingress-nginx";
import { localStaticProvisionerValues } from "../../../infra/add-ons/local-static-provisioner";
import { metricsServerValues } from "../../../infra/add-ons/metrics-server";
import { nodeExporterValues } from "../../../infra/add-ons/node-exporter";
import { awayFromDataNodes, spreadOverZones } from "../../../infra/add-ons/placement";
import { podLogPolicy } from "../../../infra/add-ons/pod-logs";
import { prometheusValues, RETENTION_SIZE, VOLUME_SIZE } from "../../../infra/add-ons/prometheus";
import { containerResources } from "../../../infra/add-ons/resources";
import { strimziValues } from "../../../infra/add-ons/strimzi";
import { roleAnnotation, type ValuesContext } from "../../../infra/add-ons/values";
import { veleroValues } from "../../../infra/add-ons/velero";
import { type ProdPart, prodPlatform, prodWith } from "../prod-platform";

const platform = prodPlatform();
const context: ValuesContext<ProdPart> = {
  platform,
  roleArns: { velero: "velero-arn", "fluent-bit": "fluent-bit-arn" },
};

describe("the values of charts", () => {
  it("give cert-manager two of each part, one of which may go", () => {
    const two = { replicaCount: 2, podDisruptionBudget: { enabled: true, minAvailable: 1 } };
    expect(ADD_ON_VALUES["cert-manager"](context)).toMatchObject({
      ...two,
      crds: { enabled: true, keep: true },
      webhook: two,
      cainjector: two,
    });
  });

  it("leave cert-manager's pods the annotations that its chart gives them, by which Prometheus finds them", () => {
    expect(ADD_ON_VALUES["cert-manager"](context)).not.toHaveProperty("prometheus");
  });

  it("give ingress-nginx the documented two pods behind a network load balancer with the stack's tags", () => {
    expect(ingressNginxValues(context).controller).toMatchObject({
      replicaCount: 2,
      minAvailable: 1,
      allowSnippetAnnotations: false,
      service: {
        externalTrafficPolicy: "Local",
        annotations: {
          "service.beta.kubernetes.io/aws-load-balancer-type": "nlb",
          "service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags":
            "environment=production,team=platform-infra,stack=prod,managed-by=pulumi",
        },
      },
    });
  });

  it("give metrics-server two pods in different zones, one of which may go, as upstream sizes it for 100 nodes", () => {
    const values = metricsServerValues(context);
    expect(values).toEqual({
      replicas: 2,
      podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
      affinity: awayFromDataNodes(platform),
      topologySpreadConstraints: spreadOverZones({ "app.kubernetes.io/name": "metrics-server" }),
      resources: { requests: { cpu: "100m", memory: "200Mi" }, limits: { memory: "400Mi" } },
    });
    const pools = Object.values(platform.nodePools).reduce((sum, { nodes }) => sum + nodes.max, 0);
    expect(pools).toBeLessThanOrEqual(100);
  });

  it("let samples go before the volume is full, and not before 90 days of the expected ones", () => {
    const gib = 2 ** 30;
    const [size, volume] = [RETENTION_SIZE, VOLUME_SIZE].map((text) => Number.parseInt(text, 10) * gib) as [
      number,
      number,
    ];
    const bytesPerSecond = (600_000 / 15) * 1.5;
    expect(size).toBeGreaterThan(bytesPerSecond * 90 * 86_400);
    // The largest block, written a second time before the old ones go.
    expect(volume - size).toBeGreaterThan(bytesPerSecond * 162 * 3_600);
  });

  it("tell Alertmanager and Prometheus the addresses by which people reach them", () => {
    expect(alertmanagerValues(context).baseURL).toBe("https://alertmanager.vantage.internal");
    expect(prometheusValues(context).server.baseURL).toBe("https://prometheus.vantage.internal");
  });

  it("have Velero back up into its bucket, by its role, when an object of the charts says", () => {
    const values = veleroValues(context);
    expect(values).not.toHaveProperty("schedules");
    expect(values.configuration.backupStorageLocation).toEqual([
      {
        name: "default",
        provider: "aws",
        default: true,
        bucket: "vantage-velero-backups",
        config: { region: "us-east-1" },
      },
    ]);
    expect(values.serviceAccount.server).toEqual({
      create: true,
      name: "velero",
      annotations: { "eks.amazonaws.com/role-arn": "velero-arn" },
    });
    expect(values).toMatchObject({ credentials: { useSecret: false }, upgradeCRDs: false });
    expect(values.initContainers[0]?.image).toBe("velero/velero-plugin-for-aws:v1.11.1");
  });

  it("need Velero's identity", () => {
    const without = prodWith((input) => {
      delete input.storage.identities.velero;
    });
    expect(() => veleroValues({ ...context, platform: without })).toThrow('no identity "velero"');
  });

  it("have fluent-bit on every node send to the one log group, within the documented 128 MiB", () => {
    const values = fluentBitValues(context);
    expect(values).toMatchObject({
      kind: "DaemonSet",
      tolerations: [{ operator: "Exists" }],
      serviceAccount: { name: "fluent-bit", annotations: { "eks.amazonaws.com/role-arn": "fluent-bit-arn" } },
      resources: { limits: { memory: "128Mi" } },
    });
    expect(values.config.outputs.match(/log_group_name (\S+)/g)).toEqual([
      "log_group_name /aws/eks/prod-us-east-1/pods",
      "log_group_name /aws/eks/prod-us-east-1/pods",
    ]);
    expect(values.config.outputs.match(/Match (\S+)/g)).toEqual(["Match kube.*", "Match host.*"]);
  });

  it("let fluent-bit write to that group only", () => {
    expect(podLogPolicy(platform).Statement).toEqual([
      {
        Sid: "WritePodLogs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: ["arn:aws:logs:us-east-1:123456789012:log-group:/aws/eks/prod-us-east-1/pods:*"],
      },
    ]);
  });

  it("have Prometheus 2.51.0 read every 15 s, judge every 30 s, keep 90 days and alert the one Alertmanager", () => {
    const values = prometheusValues(context);
    expect(values.server).toMatchObject({
      image: { tag: "v2.51.0" },
      retention: "90d",
      // Powers of two: 450 GiB of the volume's 500.
      retentionSize: "450GB",
      baseURL: "https://prometheus.vantage.internal",
      global: { scrape_interval: "15s", evaluation_interval: "30s" },
      alertmanagers: [{ static_configs: [{ targets: ["alertmanager.monitoring.svc.cluster.local:9093"] }] }],
      persistentVolume: { enabled: true, size: "500Gi", storageClass: "gp3" },
    });
    expect(values).toMatchObject({
      alertmanager: { enabled: false },
      "prometheus-node-exporter": { enabled: false },
      "prometheus-pushgateway": { enabled: false },
      "kube-state-metrics": { enabled: true },
    });
  });

  it("have Grafana 10.4.1 read from the documented data source, and hold no password", () => {
    const values = grafanaValues(context);
    expect(values.image).toEqual({ tag: "10.4.1" });
    expect(values.datasources["datasources.yaml"].datasources).toEqual([
      {
        name: "prometheus-prod",
        type: "prometheus",
        access: "proxy",
        uid: "prometheus-prod",
        url: "http://prometheus-server.monitoring.svc.cluster.local",
        isDefault: true,
        jsonData: { timeInterval: "15s" },
      },
    ]);
    expect(JSON.stringify(values)).not.toMatch(/password/i);
  });

  it("have Grafana load dashboards from ConfigMaps of its own namespace, and refuse changes in the browser", () => {
    const values = grafanaValues(context);
    expect(values.sidecar.dashboards).toEqual({
      enabled: true,
      label: "grafana_dashboard",
      labelValue: "1",
      resource: "configmap",
      provider: { allowUiUpdates: false },
    });
    expect(values.rbac).toEqual({ namespaced: true });
  });

  it("have Prometheus read rules and scrape jobs from ConfigMaps, and again when they change", () => {
    const { server, serverFiles, configmapReload } = prometheusValues(context);
    const mounts = [
      { name: "rules", configMap: "prometheus-rules", mountPath: "/etc/prometheus-rules", readOnly: true },
      {
        name: "scrape-jobs",
        configMap: "prometheus-scrape-jobs",
        mountPath: "/etc/prometheus-scrape-jobs",
        readOnly: true,
      },
    ];
    expect(server.extraConfigmapMounts).toEqual(mounts);
    expect(configmapReload.prometheus).toMatchObject({
      extraConfigmapMounts: mounts,
      extraVolumeDirs: ["/etc/prometheus-rules", "/etc/prometheus-scrape-jobs"],
    });
    expect(serverFiles["prometheus.yml"]).toEqual({
      rule_files: ["/etc/prometheus-rules/*.yaml"],
      scrape_config_files: ["/etc/prometheus-scrape-jobs/scrape-jobs.yml"],
    });
  });

  it("have Prometheus start without the certificate for etcd, which somebody else makes", () => {
    expect(prometheusValues(context).server.extraVolumes).toEqual([
      { name: "etcd-client", secret: { secretName: "prometheus-etcd-client", optional: true } },
    ]);
  });

  it("have Prometheus read node-exporter once: by node, not by its Service", () => {
    expect(nodeExporterValues().service.annotations).toEqual({ "prometheus.io/scrape": "false" });
  });

  it("keep the mesh's sidecar out of kube-state-metrics, which Prometheus reads without its certificate", () => {
    expect(prometheusValues(context)["kube-state-metrics"].podAnnotations).toEqual({
      "sidecar.istio.io/inject": "false",
    });
  });

  it("have node-exporter on every node, within the documented 64 MiB", () => {
    expect(nodeExporterValues()).toMatchObject({
      tolerations: [{ operator: "Exists" }],
      resources: { limits: { memory: "64Mi" } },
    });
  });

  it("have Strimzi watch its own namespace, restart connectors two minutes after they failed, and hold 512Mi", () => {
    const values = strimziValues(context);
    expect(values).toMatchObject({
      watchNamespaces: [],
      watchAnyNamespace: false,
      featureGates: "",
      resources: { limits: { memory: "512Mi" } },
    });
    // A failed connector's second restart is due after two minutes, and the operator looks at each reconciliation only.
    expect(values.fullReconciliationIntervalMs).toBe(2 * 60_000);
  });

  it("have the provisioner find local volumes on the Kafka nodes, and delete no claims", () => {
    expect(localStaticProvisionerValues(context)).toMatchObject({
      classes: [
        {
          name: "local-nvme",
          hostDir: "/mnt/disks/local-nvme",
          volumeMode: "Filesystem",
          fsType: "xfs",
          namePattern: "*",
        },
      ],
      nodeCleanupController: { enabled: false },
    });
    expect(JSON.stringify(localStaticProvisionerValues(context).affinity)).toContain('"values":["worker-kafka-v2"]');
  });

  it.each(["cert-manager", "velero", "strimzi-kafka-operator", "alertmanager", "grafana"] as const)(
    "keep %s off the brokers' nodes",
    (name) => {
      expect(ADD_ON_VALUES[name](context)).toMatchObject({ affinity: awayFromDataNodes(platform) });
    },
  );

  it("state requests and limits for memory, and no limit for CPU", () => {
    expect(containerResources("1", "2Gi", "3Gi")).toEqual({
      requests: { cpu: "1", memory: "2Gi" },
      limits: { memory: "3Gi" },
    });
    expect(containerResources("1", "2Gi").limits).toEqual({ memory: "2Gi" });
  });

  it("refuse a service account without a role", () => {
    expect(() => roleAnnotation("velero", { platform, roleArns: { redis: "x" } })).toThrow(
      'no role for identity "velero", only for redis',
    );
  });
});
