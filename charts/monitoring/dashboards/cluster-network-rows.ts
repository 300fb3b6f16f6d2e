import type { Platform } from "../../../config/platform";
import { alertThreshold } from "../alert-threshold";
import type { DashboardDesign } from "./design";

type Row = DashboardDesign["rows"][number];

/**
 * The interfaces of a node that carry its traffic; those of pods would count everything twice. Source: amazon-vpc-cni-k8s (names eth and ens of the
 * host).
 */
const HOST_INTERFACES = 'device=~"e(th|ns).*"';

/** Traffic of the nodes, and DNS. Source: document 000, section 4 (Network metrics). */
export function networkRow(): Row {
  const answers = "sum(rate(coredns_dns_responses_total[$__rate_interval]))";
  return {
    title: "Network",
    panels: [
      {
        kind: "lines",
        title: "Traffic of the nodes",
        description:
          "Everything that nodes receive and send, between each other and with the world. Documented in 12 hours: 4.2 TB between pods, 2.4 TB in, 1.8 TB out.",
        unit: "bytesPerSecond",
        width: 6,
        series: [
          {
            expr: `sum(rate(node_network_receive_bytes_total{${HOST_INTERFACES}}[$__rate_interval]))`,
            legend: "received",
          },
          {
            expr: `sum(rate(node_network_transmit_bytes_total{${HOST_INTERFACES}}[$__rate_interval]))`,
            legend: "sent",
          },
        ],
      },
      {
        kind: "lines",
        title: "DNS: time to answer",
        description: "Documented: half of the answers within 1.4 ms, 99 of 100 within 4.8 ms.",
        unit: "seconds",
        width: 6,
        series: [
          { expr: dnsQuantile(0.5), legend: "p50" },
          { expr: dnsQuantile(0.99), legend: "p99" },
        ],
      },
      {
        kind: "lines",
        title: "DNS: answers that failed",
        description:
          "Share of answers that name no address, and of answers that are errors of the server. Documented: 0.8 % NXDOMAIN, and 99.7 % of all queries with success.",
        unit: "percent",
        width: 6,
        decimals: 2,
        series: [
          {
            expr: `100 * (sum(rate(coredns_dns_responses_total{rcode="NXDOMAIN"}[$__rate_interval])) / ${answers})`,
            legend: "NXDOMAIN",
          },
          {
            expr: `100 * (sum(rate(coredns_dns_responses_total{rcode="SERVFAIL"}[$__rate_interval])) / ${answers})`,
            legend: "SERVFAIL",
          },
        ],
      },
      {
        kind: "lines",
        title: "TCP segments sent again",
        description:
          "Share of the segments that nodes send twice. Documented: 0.02 %. A rise without more traffic is a lossy link or an overloaded node.",
        unit: "percent",
        width: 6,
        decimals: 3,
        series: [
          {
            expr: "100 * (sum(rate(node_netstat_Tcp_RetransSegs[$__rate_interval])) / sum(rate(node_netstat_Tcp_OutSegs[$__rate_interval])))",
            legend: "sent again",
          },
        ],
      },
    ],
  };
}

/** Volumes by how full they are. Source: document 000, section 4 (PV utilization distribution). */
export function storageRow(platform: Platform): Row {
  const from = alertThreshold(platform, "PersistentVolumeFilling");
  const used = "100 * kubelet_volume_stats_used_bytes / (kubelet_volume_stats_capacity_bytes > 0)";
  return {
    title: "Volumes",
    panels: [
      {
        kind: "bars",
        title: "Fullest volumes",
        description: `Claims by use. PersistentVolumeFilling fires at ${from} %; gp3 volumes grow in place.`,
        unit: "percent",
        max: 100,
        levels: [
          { from: 80, color: "yellow" },
          { from, color: "red" },
        ],
        series: [{ expr: `topk(10, ${used})`, legend: "{{namespace}}/{{persistentvolumeclaim}}" }],
        width: 12,
      },
      {
        kind: "lines",
        title: "Volumes by use",
        description:
          "How many volumes are below half, and how many above each of the documented steps. Documented: 12 below 50 %, 38 to 70 %, 23 to 80 %, 14 to 90 %, 2 above.",
        unit: "count",
        series: [
          { expr: `count(${used} < 50)`, legend: "below 50 %" },
          { expr: `count(${used} >= 50 < 70)`, legend: "50 to 70 %" },
          { expr: `count(${used} >= 70 < 80)`, legend: "70 to 80 %" },
          { expr: `count(${used} >= 80 < 90)`, legend: "80 to 90 %" },
          { expr: `count(${used} >= 90)`, legend: "90 % and more" },
        ],
        width: 12,
      },
    ],
  };
}

function dnsQuantile(quantile: number): string {
  return `histogram_quantile(${quantile}, sum by (le) (rate(coredns_dns_request_duration_seconds_bucket[$__rate_interval])))`;
}
