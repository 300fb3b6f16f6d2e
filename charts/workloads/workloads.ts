import type { Chart } from "cdk8s";
import { k8s } from "cdk8s-plus-29";
import { serviceQuotas } from "../../config/derived/service-quotas";
import { has, type PlatformWith } from "../../config/parts";
import type { Platform } from "../../config/platform";
import type { SystemChart } from "../system-chart";
import { analyticsAccount, analyticsRuns } from "./analytics-batch";
import { priorityClasses } from "./priority-classes";
import { limitRange, resourceQuotas } from "./quotas";
import { autoscaler, disruptionBudget } from "./team-deployments";

/**
 * What the platform holds of the teams' workloads: priorities, quotas, autoscalers and disruption budgets. The Deployments themselves are the teams'. The analytics runs are
 * rendered whole.
 *
 * Source: document 000, sections 1, 4, 7 and 8; document 001, section 5; document 002, sections 2, 6, 7 and 12.
 */
export const WORKLOADS: SystemChart = {
  name: "workloads",
  folder: "charts/workloads",
  appliedBy: "pulumi",
  // Priority classes, before the first pod that names one.
  waitsFor: "namespaces",
  build,
};

/** Priority classes first: a pod that names one that isn't there is refused. */
function build(chart: Chart, platform: Platform): void {
  for (const props of priorityClasses()) new k8s.KubePriorityClass(chart, `priority-${props.metadata?.name}`, props);
  if (has(platform, "workloads")) services(chart, platform);
}

/** What the teams' services may use, and what scales and guards them. */
function services(chart: Chart, platform: PlatformWith<"workloads">): void {
  for (const [namespace, quota] of serviceQuotas(platform)) {
    new k8s.KubeLimitRange(chart, `limits-${namespace}`, limitRange(namespace, platform.workloads));
    for (const props of resourceQuotas(namespace, quota)) {
      new k8s.KubeResourceQuota(chart, `quota-${namespace}-${props.metadata?.name}`, props);
    }
  }
  for (const [name, deployment] of Object.entries(platform.workloads.deployments)) {
    for (const props of autoscaler(name, deployment)) {
      new k8s.KubeHorizontalPodAutoscalerV2(chart, `autoscaler-${name}`, props);
    }
    for (const props of disruptionBudget(name, deployment)) {
      new k8s.KubePodDisruptionBudget(chart, `budget-${name}`, props);
    }
  }
  new k8s.KubeServiceAccount(chart, "analytics-account", analyticsAccount(platform));
  for (const props of analyticsRuns(platform)) new k8s.KubeCronJob(chart, `run-${props.metadata?.name}`, props);
}
