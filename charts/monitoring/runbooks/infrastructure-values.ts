import { PHASES } from "../../../config/derived/karpenter-phase";
import { teamDeployments } from "../../../config/derived/service-quotas";
import type { PlatformWith } from "../../../config/parts";
import { SPOT_NODE_LABEL } from "../../../config/reference/node-labels";
import {
  NODE_GRACE_SECONDS,
  POD_GRACE_SECONDS,
  TERMINATION_HANDLER_NAME,
} from "../../../config/reference/termination-handler";
import { ETCD_DEFRAGMENTATION } from "../../maintenance/etcd-defragmentation";
import { ETCD_COMPACTION, ETCD_NAMESPACE } from "../../maintenance/etcd-documented";
import { alertThreshold } from "../alert-threshold";
import { POOL_LIMIT_SHARE, TERMINATION_SECONDS } from "../rules/karpenter";
import { code, list, table } from "./markdown";

/** SPOT-003. Source: document 000, section 7; document 001, section 1 (Karpenter takes over from cluster-autoscaler). */
export function spotValues(platform: PlatformWith<"alerts" | "karpenter">) {
  const { karpenter, nodePools, alerts } = platform;
  const spot = Object.entries(nodePools).filter(([, pool]) => pool.capacity === "spot");
  const autoscaled = PHASES[karpenter.phase].autoscalerReplicas > 0;
  const budgets = Object.entries(teamDeployments(platform)).flatMap(
    ([name, { namespace, maxUnavailable, minAvailable }]) => {
      const kept = minAvailable === undefined ? undefined : `at least ${minAvailable} stay`;
      const rule = maxUnavailable === undefined ? kept : `at most ${maxUnavailable} may be gone`;
      return rule === undefined ? [] : [[code(name), code(namespace), rule]];
    },
  );
  return {
    autoscaler: autoscaled ? "cluster-autoscaler or Karpenter" : "Karpenter",
    budgets: table(["Workload", "Namespace", "Disruption budget"], budgets),
    handler: TERMINATION_HANDLER_NAME,
    handlerVersion: karpenter.terminationHandler.version,
    karpenterNamespace: karpenter.namespace,
    nodeGrace: `${NODE_GRACE_SECONDS}`,
    podGrace: `${POD_GRACE_SECONDS}`,
    queue: karpenter.interruptionQueue.name,
    replacement: autoscaled
      ? "cluster-autoscaler launches another spot node if pods ask for one."
      : "Nobody resizes the static pool any more: pods that select it need room on what is left, and Karpenter launches spot nodes of its own pools.",
    spotLabel: Object.entries(SPOT_NODE_LABEL)
      .map(([key, value]) => `${key}=${value}`)
      .join(","),
    spotPools: list(spot.map(([name, { instanceTypes }]) => `${name} (${instanceTypes.join(", ")})`)),
    target: `${alerts.reschedulingTarget}`,
    targetSeconds: `${alerts.reschedulingTarget.seconds} s`,
  };
}

/** OPS-022. Source: document 001, sections 3 and 9. */
export function etcdValues(platform: PlatformWith<"maintenance">) {
  const { etcdCompaction } = platform.maintenance;
  const members = Object.entries(etcdCompaction.members).map(([name, address]) => `| ${code(name)} | ${address} |`);
  return {
    alarmGb: `${alertThreshold(platform, "EtcdDatabaseAlarm") / 1e9}`,
    defragmentation: ETCD_DEFRAGMENTATION,
    defragmentationGb: `${alertThreshold(platform, "EtcdDefragmentationDue") / 1e9}`,
    job: ETCD_COMPACTION,
    latencyMs: `${1000 * alertThreshold(platform, "EtcdHighLatency")}`,
    members: members.join("\n"),
    namespace: ETCD_NAMESPACE,
    pkiSecret: etcdCompaction.pkiSecret,
    schedule: etcdCompaction.schedule,
    timeout: `${etcdCompaction.timeout}`,
  };
}

/** The runbook on Karpenter. Source: document 001, sections 1, 6 and 10. */
export function karpenterValues(platform: PlatformWith<"karpenter">) {
  const { karpenter } = platform;
  const pools = Object.entries(karpenter.nodePools).map(([name, { limits, capacityTypes, replaces }]) => [
    code(name),
    `${limits.cpu}`,
    `${limits.memory}`,
    capacityTypes.join(", "),
    replaces,
  ]);
  return {
    limitShare: `${100 * POOL_LIMIT_SHARE}`,
    namespace: karpenter.namespace,
    nodeGrace: `${NODE_GRACE_SECONDS}`,
    pools: table(["NodePool", "Cores at most", "Memory at most", "Capacity", "Stands for"], pools),
    queue: karpenter.interruptionQueue.name,
    replicas: `${karpenter.replicas}`,
    slowSeconds: `${alertThreshold(platform, "KarpenterProvisioningSlow")}`,
    terminationMinutes: `${TERMINATION_SECONDS / 60}`,
    version: karpenter.version,
  };
}
