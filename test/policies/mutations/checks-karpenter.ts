import { changeObject, type Mutations } from "./mutation";
import { podOf, replaceText } from "./object-parts";

const POOL = "node.kubernetes.io/pool";
const GENERAL = /^default-nodepool$/;

/** What the checks about Karpenter's nodes, and about what it knows of pods, have to catch. */
export const karpenterMutations: Mutations = {
  "karpenter-constraints": [
    {
      what: "a zone spread of Redis that Karpenter doesn't read whole",
      change: changeObject(
        "StatefulSet",
        (servers) =>
          Object.assign(podOf(servers).topologySpreadConstraints[0], { matchLabelKeys: ["controller-revision-hash"] }),
        /^redis-prod-main$/,
      ),
    },
    {
      what: "a zone spread of the Connect workers that leaves out nodes with taints",
      change: changeObject("KafkaConnect", ({ spec }) =>
        Object.assign(spec.template.pod.topologySpreadConstraints[0], { nodeTaintsPolicy: "Honor" }),
      ),
    },
  ],
  "karpenter-node-classes": [
    {
      what: "the key taken away that the nodes' volumes are encrypted with",
      change: changeObject("EC2NodeClass", ({ spec }) => delete spec.blockDeviceMappings[0].ebs.kmsKeyID),
    },
    {
      what: "the team's tag taken from the instances",
      change: changeObject("EC2NodeClass", ({ spec }) => delete spec.tags.team),
    },
    {
      what: "images kept longer on Karpenter's nodes than on the rest",
      change: changeObject("EC2NodeClass", ({ spec }) =>
        replaceText(spec, "userData", "imageMinimumGCAge: 2m", "imageMinimumGCAge: 10m"),
      ),
    },
  ],
  "karpenter-node-pools": [
    {
      what: "nodes with the label of a pool that isn't there",
      change: changeObject(
        "NodePool",
        ({ spec }) => Object.assign(spec.template.metadata.labels, { [POOL]: "worker-general" }),
        GENERAL,
      ),
    },
    {
      what: "the disruption budget of a NodePool left to Karpenter's default",
      change: changeObject("NodePool", ({ spec }) => delete spec.disruption.budgets, GENERAL),
    },
    {
      what: "an eviction threshold that other nodes don't have",
      change: changeObject(
        "NodePool",
        ({ spec }) => Object.assign(spec.template.spec.kubelet.evictionHard, { "memory.available": "5%" }),
        GENERAL,
      ),
    },
    {
      what: "the number of pods of a node left to Karpenter",
      change: changeObject("NodePool", ({ spec }) => delete spec.template.spec.kubelet.maxPods, GENERAL),
    },
  ],
};
