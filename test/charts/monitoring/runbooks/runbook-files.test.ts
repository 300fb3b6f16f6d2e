import { RUNBOOKS } from "../../../../charts/monitoring/runbooks";
import { runbookFiles } from "../../../../charts/monitoring/runbooks/runbook-files";
import { filled } from "../../../../charts/monitoring/runbooks/template";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";
import { deployedAlerts } from "../rules-under-test";

const prod = prodPlatform();
const files = runbookFiles(prod);
const text = (id: string) => files.get(`${id}.md`) ?? "";

test("there is one for each that an alert links to", () => {
  expect([...files.keys()]).toEqual(Object.keys(RUNBOOKS).map((id) => `${id}.md`));
});

test("each begins with its title and says how it was made", () => {
  expect(text("SPOT-003").split("\n").slice(0, 3)).toEqual([
    "# SPOT-003: EC2 Spot Instance Interruption Handling",
    "",
    "<!-- Made by charts/monitoring/runbooks from stack prod: npm run synth. -->",
  ]);
  expect(text("kafka").split("\n")[0]).toBe("# Kafka brokers");
});

test("every alert is listed in exactly one", () => {
  const listed = [...files.values()].flatMap((runbook) =>
    [...(runbook.split("## Alerts that lead here")[1] ?? "").matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name),
  );
  expect(listed.sort()).toEqual([...deployedAlerts(prod)].sort());
});

test("no placeholder is left, and no value is missing", () => {
  for (const [name, runbook] of files) {
    expect([name, /\{\{|\bundefined\b|\bNaN\b|\[object/.exec(runbook)?.[0]]).toEqual([name, undefined]);
    expect([name, runbook.endsWith("|\n")]).toEqual([name, true]);
  }
});

describe("numbers are those of the documents", () => {
  test.each([
    ["SPOT-003", "EC2 gives notice 120 seconds before"],
    ["SPOT-003", "its pods get SIGTERM and 30 seconds"],
    ["SPOT-003", "| worker-spot-v2 (m6i.2xlarge, m5.2xlarge, m5a.2xlarge) | `aws-node-termination-handler` 1.22.0,"],
    ["SPOT-003", "queue `karpenter-interruption-prod`"],
    ["SPOT-003", "| `user-profile-cache` | `user-profile-prod` | at least 2 stay |"],
    ["OPS-022", "CronJob `etcd-compaction` in `kube-system` runs at `30 20 * * *` (UTC)"],
    ["OPS-022", "the alert fires above 150 ms"],
    ["OPS-022", "| `etcd-prod-2` | 10.42.19.42 |"],
    ["OPS-022", "Live data above 6 GB (EtcdDefragmentationDue)"],
    ["OPS-022", "File above 8 GB (EtcdDatabaseAlarm)"],
    ["CERT-009", "certificates hold for 24h, and are replaced 2h before they end at the latest"],
    ["CERT-009", "for longer than 7d, the longest certificate that istiod signs"],
    ["CERT-009", "PERMISSIVE only in `legacy-integrations` and `vendor-webhooks` (PLAT-4800)"],
    ["ANALYTICS-001", "asks for 2 CPU and 6Gi, and may use 4 CPU and 12Gi, on nodes of worker-memory-v3 (r6i.2xlarge)"],
    ["ANALYTICS-001", "| `analytics-batch-processor` | `0 4 * * *` |"],
    ["ANALYTICS-001", "aws s3 ls s3://vantage-analytics/monthly/"],
    [
      "disk-pressure",
      "from 85 % on, oldest first and none younger than 2m, until 70 % are left; at 90 % it evicts pods",
    ],
    ["memory-pressure", "less than 8 % of its memory available"],
    ["redis-memory", "| `redis-prod-sessions` | 3 primaries, 3 replicas | 36Gi | 48Gi | `allkeys-lru` |"],
    ["redis-memory", "85 % on session stores (warning), 90 % anywhere, 100 evicted keys a second"],
    ["kafka", "5 of them on nodes of worker-kafka-v2, the first 3 also controllers"],
    ["kafka-connect", "| `elasticsearch-sink-search` | Elasticsearch sink | 4 |"],
    ["karpenter", "| `default-nodepool` | 500 | 2000Gi | on-demand, spot | worker-general-v5 |"],
    ["mesh", "2 istiod, 3 ingress and 2 egress gateways"],
    ["mesh", "fires above 0.5 % of a service that is called more than 1 time a second"],
    ["mesh", "The objective is 99.95 %"],
    ["availability", "It leaves 0.05 % of the requests of 30 days as a budget for errors: 21.6 minutes of a complete"],
    ["availability", "| 1h and 5m | 14.4 | 0.72 % | 2 % in 1h | `ErrorBudgetBurn` |"],
    ["availability", "| 6h and 30m | 6 | 0.3 % | 5 % in 6h | `ErrorBudgetBurn` |"],
    ["availability", "| 3d and 6h | 1 | 0.05 % | 10 % in 3d | `ErrorBudgetBurnLasting` |"],
    ["certificates", "cert-manager v1.18.6 issues into Secrets, such as `redis-system/redis-operator-webhook-certs`"],
    ["certificates", "Less than 21d before its end, with the time of renewal passed for an hour"],
    ["monitoring", "| `redis-exporter` | `kubernetes-pods` | `redis_memory_used_bytes` |"],
    ["monitoring", "a key in Secret `alertmanager-receivers` is wrong or has ended"],
  ])("%s: %s", (id, words) => {
    expect(text(id)).toContain(words);
  });
});

test("numbers follow the stack file", () => {
  const changed = runbookFiles(
    prodWith(({ workloads, istio, maintenance, alerts, karpenter }) => {
      workloads.analyticsBatch.limits.memory = "16Gi";
      istio.certificates.workloadTtl = "12h";
      maintenance.etcdCompaction.schedule = "0 21 * * *";
      alerts.reschedulingTarget = "90s";
      alerts.availabilityPercent = 99.9;
      alerts.renewalNotice = "14d";
      karpenter.phase = "full";
    }),
  );
  expect(changed.get("ANALYTICS-001.md")).toContain("may use 4 CPU and 16Gi");
  expect(changed.get("CERT-009.md")).toContain("10 hours after it was issued at the latest");
  expect(changed.get("OPS-022.md")).toContain("runs at `0 21 * * *`");
  expect(changed.get("availability.md")).toContain("43.2 minutes of a complete outage");
  expect(changed.get("mesh.md")).toContain("The objective is 99.9 %");
  expect(changed.get("certificates.md")).toContain("Less than 14d before its end");
  expect(changed.get("SPOT-003.md")).toContain("elsewhere within 90s");
  expect(changed.get("SPOT-003.md")).toContain("cluster-autoscaler or Karpenter launches one");
  expect(text("SPOT-003")).toContain("Karpenter launches one");
});

describe("a template", () => {
  test("is filled with its values", () => {
    expect(filled("{{a}} and {{b}}, {{a}}", { a: "1", b: "2" }, "X")).toBe("1 and 2, 1");
  });

  test("without a value for a placeholder is an error", () => {
    expect(() => filled("{{a}} {{b}}", { a: "1" }, "X")).toThrow(
      "Runbook X: no value for b, no placeholder for nothing.",
    );
  });

  test("with a value too many is an error", () => {
    expect(() => filled("{{a}}", { a: "1", b: "2" }, "X")).toThrow(
      "Runbook X: no value for nothing, no placeholder for b.",
    );
  });

  test("keeps a dollar sign in a value", () => {
    expect(filled("{{a}}", { a: "$&" }, "X")).toBe("$&");
  });
});
