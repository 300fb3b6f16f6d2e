import { ADD_ON_VALUES } from "../../../infra/add-ons/add-ons";
import { fluentBitValues } from "../../../infra/add-ons/fluent-bit";
import { grafanaValues } from "../../../infra/add-ons/grafana";
import { ingressNginxValues } from "../../../infra/add-ons/ingress-nginx";
import { localStaticProvisionerValues } from "../../../infra/add-ons/local-static-provisioner";
import { nodeExporterValues } from "../../../infra/add-ons/node-exporter";
import { awayFromDataNodes } from "../../../infra/add-ons/placement";
import { podLogPolicy } from "../../../infra/add-ons/pod-logs";
import { prometheusValues } from "../../../infra/add-ons/prometheus";
import { containerResources } from "../../../infra/add-ons/resources";
import { strimziValues } from "../../../infra/add-ons/strimzi";
import { roleAnnotation, type ValuesContext } from "../../../infra/add-ons/values";
import { veleroValues } from "../../../infra/add-ons/velero";
import { prodPlatform, prodWith } from "../prod-platform";

const platform = prodPlatform();
const context: ValuesContext = { platform, roleArns: { velero: "velero-arn", "fluent-bit": "fluent-bit-arn" } };

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

  it("have Velero back up all namespaces at 03:00 UTC for 30 days, into its bucket, by its role", () => {
    const values = veleroValues(context);
    expect(values.schedules.daily).toEqual({
      schedule: "0 3 * * *",
      useOwnerReferencesInBackup: false,
      template: { ttl: "720h", includedNamespaces: ["*"], storageLocation: "default", snapshotVolumes: true },
    });
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
        url: "http://prometheus-server.monitoring.svc.cluster.local",
        isDefault: true,
      },
    ]);
    expect(JSON.stringify(values)).not.toMatch(/password/i);
  });

  it("have node-exporter on every node, within the documented 64 MiB", () => {
    expect(nodeExporterValues()).toMatchObject({
      tolerations: [{ operator: "Exists" }],
      resources: { limits: { memory: "64Mi" } },
    });
  });

  it("have Strimzi watch its own namespace, reconcile 48 times a day and hold 512Mi", () => {
    const values = strimziValues(context);
    expect(values).toMatchObject({
      watchNamespaces: [],
      watchAnyNamespace: false,
      featureGates: "",
      resources: { limits: { memory: "512Mi" } },
    });
    expect(86_400_000 / values.fullReconciliationIntervalMs).toBe(48);
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
