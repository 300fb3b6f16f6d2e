import { connectMutations } from "./checks-connect";
import { istioMutations } from "./checks-istio";
import { kafkaMutations } from "./checks-kafka";
import { kafkaAccessMutations } from "./checks-kafka-access";
import { karpenterMutations } from "./checks-karpenter";
import { monitoringMutations } from "./checks-monitoring";
import { podMutations } from "./checks-pods";
import { redisMutations } from "./checks-redis";
import { strimziMutations } from "./checks-strimzi";
import { workloadMutations } from "./checks-workloads";
import type { Mutations } from "./mutation";

/** What the semantic checks have to catch, by subject. */
export const CHECK_MUTATIONS: readonly Mutations[] = [
  kafkaMutations,
  kafkaAccessMutations,
  strimziMutations,
  connectMutations,
  redisMutations,
  istioMutations,
  karpenterMutations,
  monitoringMutations,
  podMutations,
  workloadMutations,
];

/** The same, by the check that has to catch each. */
export const checkMutations: Mutations = Object.fromEntries(CHECK_MUTATIONS.flatMap((of) => Object.entries(of)));
