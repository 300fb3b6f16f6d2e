import { podTemplates } from "../../../charts/checks/pod-templates";
import { poolHosts } from "../../../charts/checks/pool-hosts";
import { packPool } from "../../../charts/checks/pool-packing";
import type { KubeObject } from "../../../charts/kube-object";
import type { System } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { KARPENTER_PHASES } from "../../../config/sections/karpenter";
import { prodPlatform, prodWith } from "../../infra/prod-platform";
import { redisObjects } from "../redis/clusters/redis-fixture";
import { workload } from "./workload-fixture";

const POOL = "worker-memory-v3";
const sets = redisObjects().filter(({ kind }) => kind === "StatefulSet");
const inPhase = (phase: System<"karpenter">["phase"]) =>
  prodWith(({ karpenter }) => {
    karpenter.phase = phase;
  });
const messages = (platform: Platform, ...objects: readonly KubeObject[]) =>
  poolHosts.find({ objects, platform }).map(({ message }) => message);

/** Pods of 40 GiB, each on a node of its own. */
const alone = (replicas: number, pool = POOL) =>
  workload({
    replicas,
    spec: {
      nodeSelector: { "node.kubernetes.io/pool": pool },
      containers: [{ name: "a", resources: { requests: { cpu: "1", memory: "40Gi" } } }],
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: "kubernetes.io/hostname", labelSelector: { matchLabels: { app: "a" } } },
          ],
        },
      },
    },
  });

describe("the twelve Redis pods of prod", () => {
  it("have nodes in every phase of the migration", () => {
    for (const phase of KARPENTER_PHASES) {
      expect(messages(inPhase(phase), ...sets)).toEqual([]);
    }
  });

  it("take the four that the group keeps and eight of memory-optimized, 40 of its 200 cores, when cluster-autoscaler is gone", () => {
    const packing = packPool(POOL, podTemplates(sets), prodPlatform());
    expect(packing).toEqual({
      group: { used: 4, sure: 4 },
      // Two r6i.2xlarge for sessions, six r6i.xlarge for main.
      launched: { nodes: 8, cores: 40, memoryGib: 320 },
      waiting: [],
    });
  });

  it("take twelve of the sixteen that the group may have before", () => {
    expect(packPool(POOL, podTemplates(sets), inPhase("deployed"))).toEqual({
      group: { used: 12, sure: 16 },
      launched: { nodes: 0, cores: 0, memoryGib: 0 },
      waiting: [],
    });
  });
});

describe("pods of a pool", () => {
  it("share a node where nothing keeps them apart", () => {
    const small = workload({
      replicas: 8,
      spec: {
        nodeSelector: { "node.kubernetes.io/pool": "worker-kafka-v2" },
        containers: [{ name: "a", resources: { requests: { cpu: "1", memory: "1Gi" } } }],
      },
    });
    expect(packPool("worker-kafka-v2", podTemplates([small]), prodPlatform()).group).toEqual({ used: 2, sure: 5 });
  });

  it("finds one more than the group and Karpenter's cores make nodes for: 4 and 200 / 8", () => {
    expect(messages(prodPlatform(), alone(29))).toEqual([]);
    expect(messages(prodPlatform(), alone(30))).toEqual([
      `no node of ${POOL} is left for 1 of these pods: the group is sure to have 4, and Karpenter may launch 25 more beside them (200 cores, 1600Gi)`,
    ]);
  });

  it("finds one more than Karpenter's memory makes nodes for", () => {
    const little = prodWith(({ karpenter }) => {
      Object.assign(karpenter.nodePools["memory-optimized"]?.limits ?? {}, { memory: "127Gi" });
    });
    expect(messages(little, alone(5))).toEqual([]);
    expect(messages(little, alone(6))).toEqual([expect.stringContaining("1 more beside them (8 cores, 64Gi)")]);
  });

  it("finds one more than the group may have while Karpenter launches nothing", () => {
    expect(messages(inPhase("deployed"), alone(16))).toEqual([]);
    expect(messages(inPhase("deployed"), alone(17))).toEqual([
      `no node of ${POOL} is left for 1 of these pods: the group is sure to have 16, and Karpenter may launch 0 more beside them (0 cores, 0Gi)`,
    ]);
  });

  it("finds one more than a group of fixed size has", () => {
    expect(messages(inPhase("deployed"), alone(5, "worker-kafka-v2"))).toEqual([]);
    expect(messages(inPhase("deployed"), alone(6, "worker-kafka-v2"))).toHaveLength(1);
  });
});
