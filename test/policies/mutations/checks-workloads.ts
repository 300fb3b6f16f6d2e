import type { Changeable } from "../estate-fixture";
import { changeObject, type Mutation, type Mutations, removeObjects } from "./mutation";
import { containerOf, podOf, removeNamed } from "./object-parts";

const CHECKOUT = /^checkout-service$/;
const COMPACTION = /^etcd-compaction$/;

/** A hundred requests a second for each pod. */
const REQUESTS_OF_A_POD = {
  metric: { name: "http_requests_per_second" },
  target: { type: "AverageValue", averageValue: "100" },
};

/** Changes the Job that compacts etcd. */
const changeCompaction = (change: (job: Changeable) => void) => changeObject("CronJob", change, COMPACTION);

/** Changes what the services of a namespace may have together. */
function changeQuota(namespace: string, change: (hard: Changeable) => void): Mutation["change"] {
  return ({ objects }) => {
    const quota = objects.find(
      ({ kind, metadata }) =>
        kind === "ResourceQuota" && metadata.name === "services" && metadata.namespace === namespace,
    );
    if (quota === undefined) throw new Error(`${namespace} has no ResourceQuota services to mutate.`);
    change(quota.spec.hard);
  };
}

/** What the checks about autoscalers, quotas, priorities, repeated Jobs and the marks of Helm have to catch. */
export const workloadMutations: Mutations = {
  "autoscaler-metrics": [
    {
      what: "an autoscaler that goes by a metric of the pods' own, which nothing serves",
      change: changeObject(
        "HorizontalPodAutoscaler",
        ({ spec }) => Object.assign(spec, { metrics: [{ type: "Pods", pods: REQUESTS_OF_A_POD }] }),
        CHECKOUT,
      ),
    },
  ],
  "cron-jobs": [
    {
      what: "a schedule in the time zone of the control plane",
      change: changeCompaction(({ spec }) => delete spec.timeZone),
    },
    {
      what: "runs of a CronJob allowed to overlap",
      change: changeCompaction(({ spec }) => Object.assign(spec, { concurrencyPolicy: "Allow" })),
    },
  ],
  "etcdctl-connections": [
    {
      what: "etcd's addresses taken from the Job that compacts it",
      change: changeCompaction((job) => removeNamed(containerOf(job).env, "ETCDCTL_ENDPOINTS")),
    },
    {
      what: "the names of etcd's members taken from the Job that compacts it",
      change: changeCompaction((job) => delete podOf(job).hostAliases),
    },
    {
      what: "the folder with etcd's certificates taken from the Job that compacts it",
      change: changeCompaction((job) => delete containerOf(job).volumeMounts),
    },
    {
      what: "a compaction given up after five seconds",
      change: changeCompaction((job) => removeNamed(containerOf(job).env, "ETCDCTL_COMMAND_TIMEOUT")),
    },
  ],
  "helm-ownership": [
    {
      what: "an object said to be managed by Helm",
      change: changeObject(
        "Deployment",
        ({ metadata }) => Object.assign(metadata.labels, { "app.kubernetes.io/managed-by": "Helm" }),
        /^redis-operator$/,
      ),
    },
  ],
  "horizontal-autoscalers": [
    {
      what: "as many pods at the least as at the most",
      change: changeObject("HorizontalPodAutoscaler", ({ spec }) => Object.assign(spec, { minReplicas: 24 }), CHECKOUT),
    },
    {
      what: "an autoscaler of a Deployment that isn't there",
      change: changeObject(
        "HorizontalPodAutoscaler",
        ({ spec }) => Object.assign(spec.scaleTargetRef, { name: "checkout" }),
        CHECKOUT,
      ),
    },
    {
      what: "an autoscaler that never takes a pod away",
      change: changeObject(
        "HorizontalPodAutoscaler",
        ({ spec }) => Object.assign(spec, { behavior: { scaleDown: { selectPolicy: "Disabled" } } }),
        CHECKOUT,
      ),
    },
  ],
  "limit-ranges": [
    {
      what: "a default of a limit range that is more than it allows",
      change: changeObject("LimitRange", ({ spec }) => Object.assign(spec.limits[0].default, { memory: "32Gi" })),
    },
    {
      what: "a container's limit that the range of its namespace refuses",
      change: changeObject(
        "CronJob",
        (job) => Object.assign(containerOf(job).resources.limits, { cpu: "16" }),
        /^analytics-batch-processor$/,
      ),
    },
  ],
  "priority-classes": [
    {
      what: "the priority class taken away that the data stores name",
      change: removeObjects("PriorityClass", /^platform-data$/),
    },
    {
      what: "two priority classes with one value",
      change: changeObject("PriorityClass", (one) => Object.assign(one, { value: 500_000 }), /^standard-service$/),
    },
  ],
  "resource-quotas": [
    {
      what: "a quota without room for the pods that an autoscaler may add",
      change: changeQuota("checkout-prod", (hard) => Object.assign(hard, { pods: 20 })),
    },
    { what: "the limit ranges beside the quotas taken away", change: removeObjects("LimitRange") },
  ],
};
