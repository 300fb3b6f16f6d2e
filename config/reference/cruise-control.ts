/** Setting of Cruise Control that says how many windows of partition metrics it keeps. Source: linkedin/cruise-control 2.5.137, MonitorConfig. */
export const PARTITION_WINDOWS_KEY = "num.partition.metrics.windows";

/**
 * How partition metrics are cut where `spec.cruiseControl.config` doesn't say: Strimzi's defaults, in place of Cruise Control's own five windows of
 * an hour. Broker metrics have 20 windows of the same length.
 *
 * Source: strimzi-kafka-operator 0.42.0, CruiseControlConfiguration (CRUISE_CONTROL_DEFAULT_PROPERTIES_MAP).
 */
export const DEFAULT_PARTITION_WINDOWS = { count: 1, minutes: 5 } as const;

/** Package of Cruise Control's goals: a goal's full name is this and its own. */
export const GOAL_PACKAGE = "com.linkedin.kafka.cruisecontrol.analyzer.goals.";

/**
 * Goals that Cruise Control knows for whole clusters, by the names of their classes.
 *
 * Source: linkedin/cruise-control 2.5.137, wiki, Pluggable Components (Goals).
 */
export const CRUISE_CONTROL_GOALS = [
  "RackAwareGoal",
  "RackAwareDistributionGoal",
  "MinTopicLeadersPerBrokerGoal",
  "ReplicaCapacityGoal",
  "DiskCapacityGoal",
  "NetworkInboundCapacityGoal",
  "NetworkOutboundCapacityGoal",
  "CpuCapacityGoal",
  "ReplicaDistributionGoal",
  "PotentialNwOutGoal",
  "DiskUsageDistributionGoal",
  "NetworkInboundUsageDistributionGoal",
  "NetworkOutboundUsageDistributionGoal",
  "CpuUsageDistributionGoal",
  "TopicReplicaDistributionGoal",
  "LeaderReplicaDistributionGoal",
  "LeaderBytesInDistributionGoal",
  "PreferredLeaderElectionGoal",
] as const;

/**
 * Goals that a proposal must meet when `hard.goals` isn't set: Cruise Control refuses to start where one of them is not among its goals.
 *
 * Source: strimzi-kafka-operator 0.42.0, CruiseControlConfiguration (hard goals).
 */
export const DEFAULT_HARD_GOALS = [
  "RackAwareGoal",
  "ReplicaCapacityGoal",
  "DiskCapacityGoal",
  "NetworkInboundCapacityGoal",
  "NetworkOutboundCapacityGoal",
  "CpuCapacityGoal",
] as const satisfies readonly (typeof CRUISE_CONTROL_GOALS)[number][];
