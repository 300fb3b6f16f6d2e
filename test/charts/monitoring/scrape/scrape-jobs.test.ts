import { PANEL_METRIC_SOURCES } from "../../../../charts/monitoring/dashboards/panel-metrics";
import { METRIC_SOURCES, METRICS_COMPONENTS } from "../../../../charts/monitoring/metric-sources";
import { CHART_JOBS, COMPONENT_JOBS } from "../../../../charts/monitoring/scrape/component-jobs";
import type { ScrapeJob } from "../../../../charts/monitoring/scrape/scrape-job";
import { scrapeJobs } from "../../../../charts/monitoring/scrape/scrape-jobs";
import { deployableRendering } from "../../../../charts/synthesize";
import { KARPENTER_PHASES } from "../../../../config/sections/karpenter";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";

const prod = prodPlatform();
const jobs = scrapeJobs(prod);

/** The value of `job` that a job's series carry. */
function jobLabel({ job_name, static_configs }: ScrapeJob): string {
  return static_configs?.[0]?.labels.job ?? job_name;
}

/** Whether a job gives its series a label. */
function gives(job: string, label: string): boolean {
  if (label === "job" || label === "instance") return true;
  if (job in CHART_JOBS) {
    const labels: readonly string[] = CHART_JOBS[job as keyof typeof CHART_JOBS];
    return labels.includes(label) || labels.includes("*");
  }
  return jobs
    .filter((candidate) => jobLabel(candidate) === job)
    .some(
      ({ relabel_configs = [], static_configs = [] }) =>
        static_configs.some(({ labels }) => label in labels) ||
        relabel_configs.some(({ target_label, action, regex = "" }) =>
          action === "labelmap"
            ? new RegExp(`^(?:${regex})$`).test(`__meta_kubernetes_pod_label_${label}`)
            : target_label === label,
        ),
    );
}

describe("metrics that are scraped", () => {
  const sources = Object.entries({ ...METRIC_SOURCES, ...PANEL_METRIC_SOURCES });
  const known = [...Object.keys(CHART_JOBS), ...jobs.map(jobLabel)];

  test.each(sources)("%s of %s", (_, component) => {
    expect(known).toContain(COMPONENT_JOBS[component]);
  });

  test.each(
    Object.entries(METRICS_COMPONENTS).flatMap(([name, { targetLabels }]) =>
      targetLabels.map((label) => [name, label] as const),
    ),
  )("series of %s carry %s", (name, label) => {
    expect(gives(COMPONENT_JOBS[name as keyof typeof METRICS_COMPONENTS], label)).toBe(true);
  });

  test("a label that no job gives is missed", () => {
    expect(gives("strimzi", "strimzi_io_broker")).toBe(false);
    expect(gives("karpenter", "app_kubernetes_io_name")).toBe(false);
  });

  test("no job reads what no component is", () => {
    const unused = jobs.map(jobLabel).filter((job) => !Object.values(COMPONENT_JOBS).includes(job));
    // Of these no rule and no panel reads anything yet: cluster-autoscaler runs in the earlier phases only, and the operator is asked by hand.
    expect([...new Set(unused)]).toEqual(["strimzi-operator", "cluster-autoscaler"]);
  });

  test("cluster-autoscaler has a job in every phase in which it is installed", () => {
    const without = KARPENTER_PHASES.map((phase) => {
      const inPhase = prodWith(({ karpenter }) => {
        karpenter.phase = phase;
      });
      const left = jobs.map(jobLabel).filter((label) => !scrapeJobs(inPhase).map(jobLabel).includes(label));
      return [phase, left];
    });
    expect(without.filter(([, left]) => left?.length !== 0)).toEqual([["removed", ["cluster-autoscaler"]]]);
    expect(without).toHaveLength(7);
  });
});

describe("jobs of pods by annotation", () => {
  const objects = deployableRendering(prod).flatMap((rendering) => rendering.objects);

  test("find the Redis exporters in the rendering, and the label that rules select by", () => {
    const sets = objects.filter(({ kind, metadata }) => kind === "StatefulSet" && metadata.namespace === "redis-prod");
    const templates = sets.map(
      ({ spec }) => (spec as { template: { metadata: { annotations: object; labels: object } } }).template.metadata,
    );
    expect(templates).toHaveLength(8);
    for (const { annotations, labels } of templates) {
      expect(annotations).toMatchObject({ "prometheus.io/scrape": "true", "prometheus.io/port": "9121" });
      expect(labels).toHaveProperty(["app.kubernetes.io/name"]);
    }
  });
});

describe("jobs", () => {
  const job = (name: string) => jobs.find(({ job_name }) => job_name === name);

  test("have names of their own, and none of the chart's", () => {
    const names = jobs.map(({ job_name }) => job_name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name in CHART_JOBS)).toEqual([]);
  });

  test("node-exporter's series carry the documented labels (document 000, section 6)", () => {
    const targets = job("node-exporter")?.relabel_configs ?? [];
    expect(targets.map(({ target_label }) => target_label)).toEqual([
      "__address__",
      "instance",
      "node",
      "pool",
      "zone",
      "instance_type",
    ]);
    expect(targets[1]).toEqual({
      source_labels: ["__meta_kubernetes_node_name"],
      target_label: "instance",
      replacement: "$1:9100",
    });
    expect(targets[3]?.source_labels).toEqual(["__meta_kubernetes_node_label_node_kubernetes_io_pool"]);
  });

  test("Strimzi's pods are found by the port that Strimzi names, in its namespace alone", () => {
    expect(job("strimzi")?.kubernetes_sd_configs).toEqual([{ role: "pod", namespaces: { names: ["kafka-prod"] } }]);
    expect(job("strimzi")?.relabel_configs?.[1]).toEqual({
      source_labels: ["__meta_kubernetes_pod_container_port_name"],
      regex: "tcp-prometheus",
      action: "keep",
    });
  });

  test("each etcd member is asked at its documented address, by the name in its certificate", () => {
    const members = jobs.filter(({ job_name }) => job_name.startsWith("etcd/"));
    expect(members.map(({ static_configs }) => static_configs)).toEqual([
      [{ targets: ["10.42.19.40:2379"], labels: { job: "etcd", instance: "etcd-prod-0" } }],
      [{ targets: ["10.42.19.41:2379"], labels: { job: "etcd", instance: "etcd-prod-1" } }],
      [{ targets: ["10.42.19.42:2379"], labels: { job: "etcd", instance: "etcd-prod-2" } }],
    ]);
    expect(members.map(({ scheme, tls_config }) => [scheme, tls_config?.server_name])).toEqual([
      ["https", "etcd-prod-0"],
      ["https", "etcd-prod-1"],
      ["https", "etcd-prod-2"],
    ]);
  });

  test("follow the stack file", () => {
    const moved = scrapeJobs(
      prodWith(({ karpenter, maintenance }) => {
        karpenter.namespace = "kube-system";
        maintenance.etcdCompaction.members = { "etcd-lab-0": "10.1.2.3" };
      }),
    );
    expect(moved.find(({ job_name }) => job_name === "karpenter")?.kubernetes_sd_configs?.[0]?.namespaces).toEqual({
      names: ["kube-system"],
    });
    expect(moved.filter(({ job_name }) => job_name.startsWith("etcd/")).map(({ job_name }) => job_name)).toEqual([
      "etcd/etcd-lab-0",
    ]);
  });
});
