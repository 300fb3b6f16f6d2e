import { alertMutations } from "./alerts";
import { checkMutations } from "./checks";
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
import { platformMutations } from "./platform";
import { guardMutations } from "./platform-guards";
import { placeMutations } from "./platform-places";
import { relationMutations } from "./platform-relations";
import { redisMutations } from "./redis";
import { storageMutations } from "./storage";
import { workloadMutations } from "./workloads";

/** Every mutation, by the rule that has to catch it. */
export const MUTATIONS: Mutations = {
  ...alertMutations,
  ...checkMutations,
  ...clusterMutations,
  ...encryptionMutations,
  ...identityMutations,
  ...istioMutations,
  ...kafkaMutations,
  ...karpenterMutations,
  ...logMutations,
  ...messagingMutations,
  ...nodeMutations,
  ...platformMutations,
  ...guardMutations,
  ...placeMutations,
  ...relationMutations,
  ...redisMutations,
  ...storageMutations,
  ...workloadMutations,
};
