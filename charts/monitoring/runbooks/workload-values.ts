import type { PlatformWith } from "../../../config/parts";
import { has, when } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { IMAGE_PRUNER } from "../../maintenance/image-pruner";
import { ANALYTICS_BATCH } from "../../workloads/analytics-batch";
import { alertThreshold } from "../alert-threshold";
import { ERROR_SHARE, JUDGED_REQUESTS } from "../rules/istio";
import { code, list } from "./markdown";
import { template } from "./template";

/**
 * ANALYTICS-001. Source: document 002, sections 2, 7 and 12.
 *
 * @throws {Error} when the identity of the runs isn't there; a check of the stack file has said so before
 */
export function analyticsValues(platform: PlatformWith<"workloads">) {
  const { analyticsBatch: batch } = platform.workloads;
  const identity = platform.storage.identities[batch.identity];
  if (identity === undefined) {
    throw new Error(`vantage:workloads.analyticsBatch.identity: no identity ${batch.identity}`);
  }
  const monthly = identity.prefixes.find((prefix) => prefix.startsWith("monthly")) ?? identity.prefixes[0] ?? "";
  return {
    bucket: identity.bucket,
    cpuLimit: `${batch.limits.cpu}`,
    cpuRequest: `${batch.requests.cpu}`,
    dailyDeadline: `${batch.daily.deadline}`,
    dailySchedule: batch.daily.schedule,
    instanceTypes: (platform.nodePools[batch.nodePool]?.instanceTypes ?? []).join(", "),
    memoryFree: `${alertThreshold(platform, "HighMemoryPressure")}`,
    memoryLimit: `${batch.limits.memory}`,
    memoryRequest: `${batch.requests.memory}`,
    monthlyDeadline: `${batch.monthly.deadline}`,
    monthlyPrefix: monthly,
    monthlySchedule: batch.monthly.schedule,
    name: ANALYTICS_BATCH,
    namespace: identity.namespace,
    nodePool: batch.nodePool,
    prefixes: list(identity.prefixes.map(code)),
    retries: `${batch.retries}`,
    serviceAccount: identity.serviceAccount,
  };
}

/** CERT-009. Source: document 002, section 3. */
export function certificateValues({ istio }: PlatformWith<"istio">) {
  const { workloadTtl, maxWorkloadTtl, minGracePeriod } = istio.certificates;
  return {
    caWriter: istio.caWriter,
    grace: `${minGracePeriod}`,
    istiods: `${istio.istiod.replicas}`,
    maxWorkloadTtl: `${maxWorkloadTtl}`,
    namespace: istio.namespace,
    permissive: list(istio.mutualTls.permissive.map(code)),
    renewal: `${(workloadTtl.seconds - minGracePeriod.seconds) / 3600} hours`,
    version: istio.version,
    workloadTtl: `${workloadTtl}`,
  };
}

/** The runbook on disks. Source: document 000, sections 3 and 4. */
export function diskValues(platform: PlatformWith<"alerts">) {
  const { kubelet, alerts } = platform;
  return {
    dashboards: alerts.dashboards,
    diskUsed: `${100 - alertThreshold(platform, "NodeDiskPressure")}`,
    evictionUsed: `${100 - Number.parseInt(`${kubelet.evictionHard["nodefs.available"]}`, 10)}`,
    gcAge: `${kubelet.imageGc.minimumAge}`,
    gcHigh: `${kubelet.imageGc.highThresholdPercent}`,
    gcLow: `${kubelet.imageGc.lowThresholdPercent}`,
    pruning: when(["maintenance"], pruningText)(platform).join(""),
    volumeUsed: `${alertThreshold(platform, "PersistentVolumeFilling")}`,
  };
}

/** What a stack with an image pruner has to say of it. */
function pruningText({ maintenance }: PlatformWith<"maintenance">): string {
  const { hour, namespace, weekday } = maintenance.imagePruning;
  const values = {
    hour: `${hour}`.padStart(2, "0"),
    pruner: IMAGE_PRUNER,
    prunerNamespace: namespace,
    weekday: weekday.replace(/^./, (first) => first.toUpperCase()),
  };
  return ` ${template("disk-pressure.pruning", values).trimEnd()}`;
}

/** The runbook on nodes' memory. Source: document 002, sections 2 and 7. */
export function memoryValues(platform: Platform) {
  const { systemReserved, kubeReserved, evictionHard } = platform.kubelet;
  return {
    analytics: has(platform, "workloads")
      ? " The documented case was the monthly analytics run: see ANALYTICS-001."
      : "",
    evictionMemory: `${evictionHard["memory.available"]}`,
    kubeReserved: `${kubeReserved.memory}`,
    memoryFree: `${alertThreshold(platform, "HighMemoryPressure")}`,
    systemReserved: `${systemReserved.memory}`,
  };
}

/** The runbook on the mesh. Source: document 002, sections 3 and 8. */
export function meshValues({ istio, alerts }: PlatformWith<"alerts" | "istio">) {
  return {
    egress: `${istio.egressGateway.replicas}`,
    errorShare: `${100 * ERROR_SHARE}`,
    ingress: `${istio.ingressGateway.replicas}`,
    istiods: `${istio.istiod.replicas}`,
    judged: `${JUDGED_REQUESTS}`,
    namespace: istio.namespace,
    objective: `${alerts.availabilityPercent}`,
    permissive: list(istio.mutualTls.permissive.map(code)),
    version: istio.version,
    workloadTtl: `${istio.certificates.workloadTtl}`,
  };
}
