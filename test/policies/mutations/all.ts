import { alertMutations } from "./alerts";
import { CHECK_MUTATIONS } from "./checks";
import { clusterMutations } from "./cluster";
import { encryptionMutations } from "./encryption";
import { identityMutations } from "./identity";
import { istioMutations } from "./istio";
import { kafkaMutations } from "./kafka";
import { karpenterMutations } from "./karpenter";
import { logMutations } from "./logs";
import { messagingMutations } from "./messaging";
import type { Mutations } from "./mutation";
import { nodeMutations } from "./nodes";
import { guardMutations } from "./platform-guards";
import { placeMutations } from "./platform-places";
import { relationMutations } from "./platform-relations";
import { redisMutations } from "./redis";
import { storageMutations } from "./storage";
import { workloadMutations } from "./workloads";

/** Every mutation, in files by subject. A rule is in one of them: of two lists under one key the first would be lost. */
export const FAMILIES: readonly Mutations[] = [
  alertMutations,
  ...CHECK_MUTATIONS,
  clusterMutations,
  encryptionMutations,
  identityMutations,
  istioMutations,
  kafkaMutations,
  karpenterMutations,
  logMutations,
  messagingMutations,
  nodeMutations,
  guardMutations,
  placeMutations,
  relationMutations,
  redisMutations,
  storageMutations,
  workloadMutations,
];

/** The same, by the rule that has to catch each. */
export const MUTATIONS: Mutations = Object.fromEntries(FAMILIES.flatMap((of) => Object.entries(of)));
