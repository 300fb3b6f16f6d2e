import type { ConfigPath } from "../config-path";
import type { Amounts } from "../derived/resource-amounts";
import { cpuText, sumOf } from "../derived/resource-amounts";
import { serviceCapacity } from "../derived/service-capacity";
import { leastPods, serviceQuotas } from "../derived/service-quotas";
import type { Finding } from "../finding";
import { check, ifThere, type Section } from "./check";

const GIB = 2 ** 30;
const RESOURCES = ["cpu", "memory"] as const;

type Sizes = Section<"workloads">["containers"]["max"];

const deploymentPath = (name: string, ...rest: ConfigPath): ConfigPath => ["workloads", "deployments", name, ...rest];

/** Every service namespace is one that the stack makes, and every Deployment is in one of them. */
export const workloadNamespaces = check(
  { workloads: ["reserves", "deployments"], namespaces: "whole" },
  ({ workloads: { reserves, deployments }, namespaces }) => [
    ...Object.keys(reserves)
      .filter((name) => namespaces[name] === undefined)
      .map((name) => ({
        path: ["workloads", "reserves", name],
        on: "key" as const,
        given: name,
        allowed: `a namespace of vantage:namespaces: ${Object.keys(namespaces).join(", ")}`,
        mend: "name one of these, or add the namespace there with its level",
      })),
    ...Object.entries(deployments)
      .filter(([, { namespace }]) => reserves[namespace] === undefined)
      .map(([name, { namespace }]) => ({
        path: deploymentPath(name, "namespace"),
        given: namespace,
        allowed: `a namespace of vantage:workloads.reserves: ${Object.keys(reserves).join(", ")}`,
        mend: "name one of these, or give the namespace a reserve",
      })),
  ],
);

/** The number of a Deployment's pods is said once: fixed, or between two bounds that leave room. */
export const workloadPods = check({ workloads: ["deployments"] }, ({ workloads: { deployments } }) =>
  Object.entries(deployments).flatMap(([name, { autoscaler, replicas }]): Finding[] => {
    if ((autoscaler === undefined) === (replicas === undefined)) {
      return [
        {
          path: deploymentPath(name),
          given: autoscaler === undefined ? "neither replicas nor autoscaler" : "both replicas and autoscaler",
          allowed: "one of the two",
          mend: "state replicas where nothing scales the Deployment, autoscaler where something does",
        },
      ];
    }
    return autoscaler === undefined || autoscaler.min < autoscaler.max
      ? []
      : [
          {
            path: deploymentPath(name, "autoscaler", "max"),
            given: `${autoscaler.max}`,
            allowed: `more than min, which is ${autoscaler.min}`,
            mend: "raise it, or replace autoscaler by replicas",
          },
        ];
  }),
);

/** A disruption budget is written in one way, and lets a pod go when there are as few as there may be. */
export const workloadBudgets = check({ workloads: ["deployments"] }, ({ workloads: { deployments } }) =>
  Object.entries(deployments).flatMap(([name, deployment]): Finding[] => {
    const { maxUnavailable, minAvailable } = deployment;
    if (minAvailable === undefined) return [];
    const least = leastPods(deployment);
    const at = deploymentPath(name, "minAvailable");
    if (maxUnavailable !== undefined) {
      const allowed = "one of minAvailable and maxUnavailable";
      return [{ path: at, given: `${minAvailable}, and maxUnavailable`, allowed, mend: "remove one of them" }];
    }
    return minAvailable < least
      ? []
      : [
          {
            path: at,
            given: `${minAvailable}`,
            allowed: `less than the least number of pods, which is ${least}`,
            mend: "lower it: no node with one of these pods could be drained",
          },
        ];
  }),
);

/** Requests are at most limits, and limits at most what the limit range allows a container. */
export const workloadSizes = check(
  { workloads: ["containers", "deployments", "analyticsBatch"] },
  ({ workloads: { containers, deployments, analyticsBatch } }) => [
    ...ordered(
      ["workloads", "containers"],
      { requests: containers.requests, limits: containers.limits },
      containers.max,
    ),
    ...ordered(["workloads", "analyticsBatch"], analyticsBatch, containers.max),
    ...Object.entries(deployments).flatMap(([name, deployment]) =>
      ordered(deploymentPath(name), deployment, containers.max),
    ),
  ],
);

function ordered(path: ConfigPath, { requests, limits }: { requests: Sizes; limits: Sizes }, max: Sizes): Finding[] {
  return RESOURCES.flatMap((resource) => [
    ...above([...path, "requests", resource], requests[resource], limits[resource], "the limit"),
    ...above([...path, "limits", resource], limits[resource], max[resource], "vantage:workloads.containers.max"),
  ]);
}

function above(path: ConfigPath, given: Sizes["cpu"], most: Sizes["cpu"], of: string): Finding[] {
  return given.value <= most.value
    ? []
    : [
        {
          path,
          given: `${given}`,
          allowed: `at most ${of}, which is ${most}`,
          mend: "lower it, or raise the other",
        },
      ];
}

/** All quotas together ask for no more than the cluster can grow to: what a quota grants, a node can be found for. */
export const workloadQuotas = check(
  {
    workloads: "whole",
    namespaces: "entries",
    storage: ["identities"],
    nodePools: "entries",
    karpenter: ifThere(["nodePools", "phase"]),
    clusterAutoscaler: ifThere("whole"),
    kubelet: ["systemReserved", "kubeReserved", "evictionHard"],
  },
  (config): Finding[] => {
    const asked = sumOf([...serviceQuotas(config).values()].map(({ requests }) => requests));
    const there = serviceCapacity(config);
    return asked.cpuMilli <= there.cpuMilli && asked.memoryBytes <= there.memoryBytes
      ? []
      : [
          {
            path: ["workloads", "reserves"],
            given: `quotas of ${shown(asked)} in all, Deployments at their most included`,
            allowed: `at most ${shown(there)}, which the node pools have at their largest`,
            mend: "lower reserves, requests or autoscalers, or let node pools grow further",
          },
        ];
  },
);

function shown({ cpuMilli, memoryBytes }: Amounts): string {
  return `${cpuText(Math.floor(cpuMilli))} CPU and ${(memoryBytes / GIB).toFixed(0)}Gi`;
}

/** The analytics runs have an identity and a node pool that exist, in a namespace with a quota. */
export const analyticsRuns = check(
  { workloads: ["analyticsBatch", "reserves"], storage: ["identities"], nodePools: "whole" },
  ({ workloads: { analyticsBatch, reserves }, storage: { identities }, nodePools }): Finding[] => {
    const { identity, nodePool } = analyticsBatch;
    const named = (key: string, given: string, allowed: string): Finding => ({
      path: ["workloads", "analyticsBatch", key],
      given,
      allowed,
      mend: "name one of these",
    });
    const suitable = Object.entries(identities).filter(([, { namespace }]) => reserves[namespace] !== undefined);
    return [
      ...(suitable.some(([name]) => name === identity)
        ? []
        : [
            named(
              "identity",
              identity,
              `an identity of vantage:storage.identities in a namespace with a reserve: ${suitable.map(([name]) => name).join(", ")}`,
            ),
          ]),
      ...(nodePools[nodePool] === undefined
        ? [named("nodePool", nodePool, `a pool of vantage:nodePools: ${Object.keys(nodePools).join(", ")}`)]
        : []),
    ];
  },
);
