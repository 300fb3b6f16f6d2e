import { type Optional, when } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { availabilityRow } from "./availability-row";
import { capacityRow, computeRow, memoryRow } from "./cluster-capacity-rows";
import { nodesRow, podsRow, spotRow } from "./cluster-health-rows";
import { networkRow, storageRow } from "./cluster-network-rows";
import type { DashboardDesign, EventDesign } from "./design";

/** What is marked: the documented events with their tags and colours. Source: document 000, section 10. */
export const CLUSTER_EVENTS: readonly EventDesign[] = [
  { name: "Spot interruption", tags: ["spot", "interruption", "automated"], color: "orange" },
  { name: "Scale-up", tags: ["autoscaler", "scale-up"], color: "blue" },
  { name: "Drain", tags: ["maintenance", "drain"], color: "gray" },
  { name: "Disk alert", tags: ["alert", "disk", "warning"], color: "yellow" },
  { name: "Alert resolved", tags: ["alert", "resolved"], color: "green" },
  { name: "Redis upgrade", tags: ["upgrade", "redis", "change"], color: "blue" },
  { name: "Redis upgrade complete", tags: ["upgrade", "redis", "complete"], color: "green" },
];

/**
 * The cluster at a glance: capacity, nodes, pods, spot, network, volumes and availability, over the twelve hours of the documented snapshot.
 *
 * Source: document 000, sections 1, 4, 10 and 12 (title, contents, annotations).
 */
export function clusterOverview(platform: Platform): DashboardDesign {
  return {
    uid: "cluster-overview",
    title: `Cluster Overview — ${platform.cluster.name}`,
    description: "Capacity, nodes, pods, spot, network, volumes and availability of the whole cluster.",
    tags: ["cluster"],
    from: "now-12h",
    refresh: "30s",
    events: CLUSTER_EVENTS,
    rows: ROWS.flatMap((row) => row(platform)),
  };
}

const ROWS: readonly Optional<DashboardDesign["rows"][number]>[] = [
  when([], capacityRow),
  when([], computeRow),
  when([], memoryRow),
  when([], nodesRow),
  when([], podsRow),
  when(["alerts", "karpenter"], spotRow),
  when([], networkRow),
  when([], storageRow),
  // At the end, so that the panels before it keep their numbers, which links go by.
  when(["alerts", "istio", "addOns.ingress-nginx"], availabilityRow),
];
