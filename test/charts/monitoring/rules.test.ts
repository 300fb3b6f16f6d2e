import { WATCHDOG } from "../../../charts/monitoring/rules/monitoring";
import { RUNBOOKS } from "../../../charts/monitoring/runbooks";
import { prodPlatform, prodWith } from "../../infra/prod-platform";
import { deployedAlerts, deployedGroups, deployedRules } from "./rules-under-test";

const prod = prodPlatform();
const SITE = "https://runbooks.vantage.internal/";

describe("every alert", () => {
  const alerts = deployedRules(prod).filter(({ alert }) => alert !== undefined);

  test.each(alerts.map((rule) => [rule.alert, rule] as const))(
    "%s has severity, team, summary and runbook",
    (_, rule) => {
      expect(rule.alert === WATCHDOG ? ["none"] : ["warning", "critical"]).toContain(rule.labels?.severity);
      expect(rule.labels?.team).toBe("platform-infra");
      expect(rule.annotations?.summary).toMatch(/^([A-Z{]|etcd ).{20,}/);
      expect(rule.annotations?.runbook_url?.slice(0, SITE.length)).toBe(SITE);
      expect(Object.keys(RUNBOOKS)).toContain(rule.annotations?.runbook_url?.slice(SITE.length));
    },
  );

  test("has a name of its own", () => {
    expect(new Set(deployedAlerts(prod)).size).toBe(alerts.length);
    expect(alerts.length).toBe(45);
  });

  test("names no template value that its expression drops", () => {
    // What a sum leaves over is all that a summary can name.
    const summed = alerts.filter(({ expr }) => /^(\(?count|sum|max|min)\(/.test(expr));
    const naming = summed.filter(({ annotations }) => /\$labels/.test(JSON.stringify(annotations)));
    expect(naming.map(({ alert }) => alert)).toEqual([]);
  });
});

test("each runbook of the documents has alerts", () => {
  const linked = new Set(deployedRules(prod).map(({ annotations }) => annotations?.runbook_url?.slice(SITE.length)));
  expect([...linked].filter(Boolean).sort()).toEqual(Object.keys(RUNBOOKS).sort());
});

const recorded = deployedRules(prod).flatMap(({ record }) => record ?? []);

test("the documented names that nothing exports are recorded", () => {
  expect(recorded.filter((name) => !name.startsWith("customers:"))).toEqual([
    "kafka_log_LogManager_LogDirectorySize",
    "kafka_log_LogManager_LogSegmentCount",
    "redis_memory_used_percent",
    "cluster:spot_interruptions:count10m",
    "aws_spot_interruption_total",
    "node_termination_handler_actions_total",
    "pod_rescheduling_duration_seconds",
    "cluster_autoscaler_unschedulable_pods_count",
  ]);
});

test("what customers see is recorded, in every window that an alert reads", () => {
  expect(recorded.filter((name) => name.startsWith("customers:"))).toEqual([
    "customers:requests:rate1m",
    "customers:requests_failed:rate1m",
    ...["5m", "1h", "30m", "6h", "3d", "30d"].map((window) => `customers:requests_failed:ratio${window}`),
    "customers:error_budget_used:ratio30d",
  ]);
});

test("cluster-autoscaler's own metric is left to it while it runs", () => {
  const inFull = deployedRules(
    prodWith(({ karpenter }) => {
      karpenter.phase = "full";
    }),
  ).flatMap(({ record }) => record ?? []);
  expect(inFull).not.toContain("cluster_autoscaler_unschedulable_pods_count");
  expect(inFull).toContain("aws_spot_interruption_total");
});

test("no rule notices that cluster-autoscaler, which has no pods any more, is removed", () => {
  const removed = prodWith(({ karpenter }) => {
    karpenter.phase = "removed";
  });
  expect(prod.karpenter.phase).toBe("decommissioned");
  expect(deployedGroups(removed)).toEqual(deployedGroups(prod));
});

test("groups are evaluated as often as documented", () => {
  const intervals = Object.fromEntries(
    Object.entries(deployedGroups(prod)).map(([file, { interval }]) => [file, interval]),
  );
  expect(intervals).toEqual({
    "availability.yaml": "30s",
    "certificates.yaml": "30s",
    "etcd-database.yaml": "30s",
    "etcd-latency.yaml": "30s",
    "istio.yaml": "30s",
    "kafka-connect.yaml": "30s",
    "kafka.yaml": "30s",
    "karpenter.yaml": "30s",
    "monitoring.yaml": "30s",
    "node-disk-pressure.yaml": "30s",
    "node-memory-pressure.yaml": "15s",
    "redis-memory-critical.yaml": "15s",
    "redis-pressure.yaml": "15s",
    "spot.yaml": "30s",
    "workloads.yaml": "30s",
  });
});

describe("thresholds follow the stack file", () => {
  const exprOf = (alert: string, platform = prod) => deployedRules(platform).find((rule) => rule.alert === alert)?.expr;

  test.each([
    ["KafkaBrokerDown", "< 5"],
    ["KafkaGcPauses", "> 15"],
    // 80 % of 2200Gi.
    ["KafkaBrokerDiskHigh", "> 1889785610240"],
    ["KafkaConnectWorkerDown", "< 4"],
    ["KarpenterReplicaDown", "< 2"],
    // 120 s, of which moving the pods has taken 84.
    ["KarpenterInterruptionsLate", "> 36"],
    ["KarpenterProvisioningSlow", "> 118"],
    ["IstioIntermediateCertificateExpiring", "< 2592000"],
    ["IstioIntermediateCertificateUrgent", "< 604800"],
    // 0.05 %, which is all that 99.95 % leaves.
    ["ErrorBudgetBurnLasting", "> 0.0005"],
    ["CertificateExpiring", "< 1814400"],
    ["PersistentVolumeFilling", "> 85"],
    ["RedisEvictionsHigh", "> 100"],
    ["EtcdDatabaseAlarm", "> 8000000000"],
    ["EtcdDefragmentationDue", "> 6000000000"],
    ["KafkaSinkLag", "> 720000"],
  ])("%s: %s", (alert, threshold) => {
    expect(exprOf(alert)?.endsWith(` ${threshold}`)).toBe(true);
  });

  test("burn rates are those of the objective, without the rounding errors of binary fractions", () => {
    const at = (availabilityPercent: number) =>
      prodWith(({ alerts }) => {
        alerts.availabilityPercent = availabilityPercent;
      });
    const limits = (platform = prod) =>
      [...(exprOf("ErrorBudgetBurn", platform) ?? "").matchAll(/(ratio\w+) > ([\d.]+)/g)].map(([, ...found]) => found);
    expect(limits()).toEqual([
      ["ratio1h", "0.0072"],
      ["ratio5m", "0.0072"],
      ["ratio6h", "0.003"],
      ["ratio30m", "0.003"],
    ]);
    expect(limits(at(99.9)).map(([, limit]) => limit)).toEqual(["0.0144", "0.0144", "0.006", "0.006"]);
    expect(limits(at(99.999)).map(([, limit]) => limit)).toEqual(["0.000144", "0.000144", "0.00006", "0.00006"]);
    // At the lowest objective that a stack file may name, not all requests have to fail.
    expect(Math.max(...limits(at(95)).map(([, limit]) => Number(limit)))).toBe(0.72);
  });

  test("session stores are those of the stack file", () => {
    const platform = prodWith(({ alerts }) => {
      alerts.sessionStores = ["redis-prod-main", "redis-prod-sessions"];
    });
    expect(exprOf("RedisSessionMemoryHigh", platform)).toBe(
      'redis_memory_used_percent{app_kubernetes_io_name=~"redis-prod-main|redis-prod-sessions"} > 85',
    );
  });

  test("a collector without a target has no alert about it", () => {
    const platform = prodWith(({ kafka }) => {
      delete kafka.jvm.flags.MaxGCPauseMillis;
    });
    expect(deployedAlerts(platform)).not.toContain("KafkaGcPauses");
    expect(deployedAlerts(platform)).toContain("KafkaFullGc");
  });
});
