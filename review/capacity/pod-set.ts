import type { Allocatable } from "../../config/derived/allocatable";
import type { Demand } from "../../policies/node-terms";
import type { Mapping } from "../../policies/walk";
import type { Range } from "../range";

/** Where the pods of a set may be. */
export interface Whereabouts {
  /** What a node has to meet: one of these, each of which may be empty. */
  readonly alternatives: readonly (readonly Demand[])[];
  readonly tolerations: readonly Mapping[];
}

/** Pods that are all alike. */
export interface PodSet {
  /** Who makes them: `apps/StatefulSet data/store`, `kafka.strimzi.io/KafkaNodePool data/brokers`. */
  readonly object: string;
  /** Whether they run all the time, on every node that they may be on, or only now and then. */
  readonly runs: "always" | "on every node" | "now and then";
  /** How many; 1 for those on every node. */
  readonly pods: Range;
  /** What the scheduler counts of one of them, with the sidecar that it gets. */
  readonly each: Allocatable;
  readonly where: Whereabouts;
}

/** Objects whose pods can't be counted, and why. */
export interface NotCounted {
  readonly object: string;
  readonly reason: string;
}
