import type { Finding } from "../finding";
import { CHARTS } from "../reference/charts";
import { DEFAULT_HARD_GOALS } from "../reference/cruise-control";
import { KAFKA_VERSIONS } from "../reference/strimzi";
import { minorOf } from "../reference/version-support";
import { javaBytes } from "../units/java-size";
import { check } from "./check";

/** Largest share of a broker's memory limit that its heap may have: the rest is page cache, from which consumers are served, and the JVM itself. */
export const HEAP_SHARE = 0.75;

const SECONDS_PER_HOUR = 3_600;

/** There are no more controllers than brokers. */
export const kafkaControllers = check({ kafka: ["brokers", "controllers"] }, ({ kafka: { brokers, controllers } }) =>
  controllers <= brokers
    ? []
    : [
        {
          path: ["kafka", "controllers"],
          given: `${controllers} of ${brokers} brokers`,
          allowed: `at most ${brokers}`,
          mend: "choose 3, or run more brokers",
        },
      ],
);

/** Every copy of a partition has a broker of its own. */
export const kafkaReplication = check({ kafka: ["brokers", "replicationFactor"] }, ({ kafka }) =>
  kafka.replicationFactor <= kafka.brokers
    ? []
    : [
        {
          path: ["kafka", "replicationFactor"],
          given: `${kafka.replicationFactor} on ${kafka.brokers} brokers`,
          allowed: `at most ${kafka.brokers}`,
          mend: "lower it, or run more brokers",
        },
      ],
);

/** Records can be written while a broker restarts: fewer copies than all of them have to be in sync. */
export const kafkaInSync = check({ kafka: ["replicationFactor", "minInSyncReplicas"] }, ({ kafka }) =>
  kafka.minInSyncReplicas < kafka.replicationFactor
    ? []
    : [
        {
          path: ["kafka", "minInSyncReplicas"],
          given: `${kafka.minInSyncReplicas} of ${kafka.replicationFactor} copies`,
          allowed: `less than replicationFactor, which is ${kafka.replicationFactor}`,
          mend: "lower it: every restart of a broker would stop producers",
        },
      ],
);

/** With rack awareness the zones have equally many brokers: a zone with fewer would carry as many replicas as the others on fewer disks. */
export const kafkaZones = check({ kafka: ["brokers", "rackAwareness"], network: ["zones"] }, ({ kafka, network }) => {
  const zones = network.zones.length;
  return !kafka.rackAwareness || kafka.brokers % zones === 0
    ? []
    : [
        {
          path: ["kafka", "rackAwareness"],
          given: `true with ${kafka.brokers} brokers in ${zones} zones`,
          allowed: `true only with a multiple of ${zones} brokers`,
          mend: `run ${Math.ceil(kafka.brokers / zones) * zones} brokers first, or leave it false`,
        },
      ];
});

/** The heap leaves page cache, and the memory limit holds both. */
export const kafkaHeap = check({ kafka: ["jvm", "resources"] }, ({ kafka: { jvm, resources } }) => {
  const most = resources.limits.memory.value * HEAP_SHARE;
  return javaBytes(jvm.heap) <= most
    ? []
    : [
        {
          path: ["kafka", "jvm", "heap"],
          given: jvm.heap,
          allowed: `at most ${HEAP_SHARE * 100} % of the memory limit, which is ${resources.limits.memory}`,
          mend: "lower the heap, or raise resources.limits.memory: the rest is page cache",
        },
      ];
});

/** A broker's requests are no higher than its limits; the API server refuses the pod otherwise. */
export const kafkaLimits = check({ kafka: ["resources"] }, ({ kafka: { resources } }) =>
  (["cpu", "memory"] as const)
    .filter((resource) => resources.requests[resource].value > resources.limits[resource].value)
    .map((resource): Finding => {
      const limit = resources.limits[resource];
      return {
        path: ["kafka", "resources", "requests", resource],
        given: `${resources.requests[resource]}`,
        allowed: `at most the limit, which is ${limit}`,
        mend: "lower the request, or raise the limit",
      };
    }),
);

/** Retention is a number of hours, the unit in which brokers have it. */
export const kafkaRetention = check({ kafka: ["retention"] }, ({ kafka: { retention } }) =>
  retention.seconds > 0 && retention.seconds % SECONDS_PER_HOUR === 0
    ? []
    : [
        {
          path: ["kafka", "retention"],
          given: `${retention}`,
          allowed: "whole hours, at least one",
          mend: "write it in h or d, such as 72h",
        },
      ],
);

/** Cruise Control's goals contain its hard ones: it doesn't start otherwise. */
export const kafkaGoals = check({ kafka: ["goals"] }, ({ kafka: { goals } }) => {
  const missing = DEFAULT_HARD_GOALS.filter((goal) => !goals.includes(goal));
  return missing.length === 0
    ? []
    : [
        {
          path: ["kafka", "goals"],
          given: `a list without ${missing.join(", ")}`,
          allowed: `a list with all hard goals: ${DEFAULT_HARD_GOALS.join(", ")}`,
          mend: "add what is missing: Cruise Control refuses to start without it",
        },
      ];
});

/** The Strimzi release runs the Kafka release. */
export const kafkaVersion = check({ kafka: ["version"], addOns: ["releases"] }, ({ kafka, addOns: { releases } }) => {
  const name = "strimzi-kafka-operator";
  const strimzi = CHARTS[name].versions[releases[name]?.chart ?? ""];
  const versions = strimzi === undefined ? undefined : KAFKA_VERSIONS[minorOf(strimzi)];
  return versions === undefined || versions.includes(kafka.version)
    ? []
    : [
        {
          path: ["kafka", "version"],
          given: kafka.version,
          allowed: `a release that Strimzi ${strimzi} runs: ${versions.join(", ")}`,
          mend: "choose one of these, or another Strimzi release",
        },
      ];
});
