import type { ConfigPath } from "../config-path";
import type { Finding } from "../finding";
import { javaBytes } from "../units/java-size";
import { check, type Section } from "./check";

/** Largest share of the memory limit that the heap of a Connect worker or a registry may have: classes, threads and network buffers need the rest. */
export const COMPANION_HEAP_SHARE = 0.75;

/** Sections of what runs beside Kafka in Java, and what its pods have in common. */
const COMPANIONS = ["kafkaConnect", "schemaRegistry"] as const;

type Companion = Pick<Section<"kafkaConnect">, "nodePool" | "heap" | "resources">;

/** They run on a pool that exists, and not on the brokers', whose spare memory is page cache. */
export const companionPools = check(
  { kafkaConnect: ["nodePool"], schemaRegistry: ["nodePool"], kafka: ["nodePool"], nodePools: "whole" },
  (config) =>
    COMPANIONS.filter((section) => {
      const { nodePool } = config[section];
      return config.nodePools[nodePool] === undefined || nodePool === config.kafka.nodePool;
    }).map((section) => ({
      path: [section, "nodePool"],
      given: config[section].nodePool,
      allowed: `a pool of vantage:nodePools other than the brokers': ${Object.keys(config.nodePools)
        .filter((name) => name !== config.kafka.nodePool)
        .join(", ")}`,
      mend: "name one of these",
    })),
);

/** Their pool has no taint that keeps them off: they tolerate none. */
export const companionTaints = check(
  { kafkaConnect: ["nodePool"], schemaRegistry: ["nodePool"], nodePools: "entries" },
  (config) =>
    COMPANIONS.flatMap((section): Finding[] => {
      const { nodePool } = config[section];
      const taint = config.nodePools[nodePool]?.taints.find(({ effect }) => effect !== "PreferNoSchedule");
      return taint === undefined
        ? []
        : [
            {
              path: [section, "nodePool"],
              given: `${nodePool}, which has the taint ${taint.key}=${taint.value}:${taint.effect}`,
              allowed: "a pool without a taint that keeps pods off",
              mend: "choose another pool",
            },
          ];
    }),
);

/** Heap and limit leave Java room beside the heap. */
export const companionHeaps = check(
  { kafkaConnect: ["heap", "resources"], schemaRegistry: ["heap", "resources"] },
  (config) => COMPANIONS.flatMap((section) => heap([section], config[section])),
);

function heap(path: ConfigPath, { heap: size, resources }: Pick<Companion, "heap" | "resources">): Finding[] {
  return javaBytes(size) <= resources.limits.memory.value * COMPANION_HEAP_SHARE
    ? []
    : [
        {
          path: [...path, "heap"],
          given: size,
          allowed: `at most ${COMPANION_HEAP_SHARE * 100} % of the memory limit, which is ${resources.limits.memory}`,
          mend: "lower the heap, or raise resources.limits.memory: the pod would be killed",
        },
      ];
}

/** Requests are no higher than limits; the API server refuses the pod otherwise. */
export const companionLimits = check({ kafkaConnect: ["resources"], schemaRegistry: ["resources"] }, (config) =>
  COMPANIONS.flatMap((section) =>
    (["cpu", "memory"] as const)
      .filter((resource) => {
        const { requests, limits } = config[section].resources;
        return requests[resource].value > limits[resource].value;
      })
      .map((resource) => ({
        path: [section, "resources", "requests", resource],
        given: `${config[section].resources.requests[resource]}`,
        allowed: `at most the limit, which is ${config[section].resources.limits[resource]}`,
        mend: "lower the request, or raise the limit",
      })),
  ),
);

/** Each has a Kafka user of its own: rights are given by user. */
export const kafkaUsers = check(
  { kafka: ["applicationUser"], kafkaConnect: ["user"], schemaRegistry: ["user"] },
  ({ kafka, kafkaConnect, schemaRegistry }) => {
    const users: readonly (readonly [ConfigPath, string])[] = [
      [["kafka", "applicationUser"], kafka.applicationUser],
      [["kafkaConnect", "user"], kafkaConnect.user],
      [["schemaRegistry", "user"], schemaRegistry.user],
    ];
    return users
      .filter(([, user], position) => users.slice(0, position).some(([, earlier]) => earlier === user))
      .map(([path, user]) => ({
        path,
        given: `${user}, which is another's user`,
        allowed: "a user of its own",
        mend: "give it another name",
      }));
  },
);
