import type { PlatformWith } from "../../../config/parts";
import { Duration } from "../../../config/units/duration";
import { alert, EVALUATION_INTERVAL, type RuleFile, runbookUrl } from "../rule";

const GROUP = "etcd-health-checks";

/** Size of the database at which it is near its quota of 8 GiB, in bytes. Source: document 001, section 3 (alarm threshold 8 GB). */
export const DATABASE_ALARM_BYTES = 8e9;

/** Live data above which defragmentation is due, in bytes. Source: document 001, section 9 (post-compact size exceeds 6 GB). */
export const DEFRAGMENTATION_BYTES = 6e9;

/**
 * Writes to the log of an etcd member are slow. Each member is judged by itself: one slow disk among three must not be averaged away.
 *
 * The documented Grafana rule. It names neither group, labels nor annotations. A peak of minutes during the nightly compaction is expected.
 *
 * Source: document 001, section 3.
 */
export function etcdLatencyFile(platform: PlatformWith<"alerts">): RuleFile {
  return {
    name: "etcd-latency",
    group: GROUP,
    interval: EVALUATION_INTERVAL,
    rules: [
      {
        alert: "EtcdHighLatency",
        expr: "histogram_quantile(0.99, rate(etcd_disk_wal_fsync_duration_seconds_bucket[5m])) > 0.15",
        for: Duration.parse("2m"),
        labels: { severity: "warning", team: platform.platform.team },
        annotations: {
          summary: "etcd member {{ $labels.instance }} takes {{ $value | humanizeDuration }} to write its log (p99)",
          runbook_url: runbookUrl(platform, "OPS-022"),
          grafana_uid: "grafana-alert-etcd-7b2c1d",
        },
      },
    ],
  };
}

/** The database of an etcd member grows towards its quota, at which etcd refuses every write. Source: document 001, sections 3 and 9. */
export function etcdDatabaseFile(platform: PlatformWith<"alerts">): RuleFile {
  return {
    name: "etcd-database",
    group: GROUP,
    interval: EVALUATION_INTERVAL,
    rules: [
      alert(platform, {
        alert: "EtcdDatabaseAlarm",
        expr: `etcd_mvcc_db_total_size_in_bytes > ${DATABASE_ALARM_BYTES}`,
        for: "1m",
        severity: "critical",
        summary: "Database of etcd member {{ $labels.instance }} has {{ $value | humanize1024 }}B of 8 GiB",
        description:
          "At its quota etcd takes no more writes, and Patroni can no longer elect a primary. Compact, then defragment one member after the other.",
        runbook: "OPS-022",
      }),
      alert(platform, {
        alert: "EtcdDefragmentationDue",
        expr: `etcd_mvcc_db_total_size_in_use_in_bytes > ${DEFRAGMENTATION_BYTES}`,
        // Longer than the nightly compaction with its peak.
        for: "30m",
        severity: "warning",
        summary: "etcd member {{ $labels.instance }} holds {{ $value | humanize1024 }}B of live data",
        description:
          "Compaction no longer brings the database below 6 GB. Defragment, and find out who writes so many keys.",
        runbook: "OPS-022",
      }),
    ],
  };
}
