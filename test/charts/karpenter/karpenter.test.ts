import { parse } from "yaml";
import { karpenterNodeClasses } from "../../../charts/checks/karpenter-node-classes";
import { karpenterNodePools } from "../../../charts/checks/karpenter-node-pools";
import type { KubeObject } from "../../../charts/kube-object";
import { DEFAULT_NODEPOOL, MEMORY_OPTIMIZED, NODE_CLASS } from "../../documented/karpenter";
import { prodPlatform, prodWith } from "../../infra/prod-platform";
import { deployable, documented } from "../rendered";

const prod = prodPlatform();
const nodeClass = deployable(prod)("karpenter.k8s.aws/EC2NodeClass default");
const defaultPool = deployable(prod)("karpenter.sh/NodePool default-nodepool");
const memoryPool = deployable(prod)("karpenter.sh/NodePool memory-optimized");

describe("as the documents print them", () => {
  test.each([
    ["karpenter.sh/NodePool default-nodepool", DEFAULT_NODEPOOL],
    ["karpenter.sh/NodePool memory-optimized", MEMORY_OPTIMIZED],
    ["karpenter.k8s.aws/EC2NodeClass default", NODE_CLASS],
  ])("%s", (reference, printed) => {
    expect(documented(prod)(reference)).toEqual(printed);
  });
});

describe("as deployed", () => {
  const EVICTION_AND_IMAGES = {
    evictionHard: { "memory.available": "100Mi", "nodefs.available": "10%", "imagefs.available": "15%" },
    imageGCHighThresholdPercent: 85,
    imageGCLowThresholdPercent: 70,
  };

  test("default-nodepool", () => {
    const { template, disruption, ...rest } = DEFAULT_NODEPOOL.spec;
    const { consolidateAfter, ...disruptionRest } = disruption;
    expect(consolidateAfter).toBe("30s");
    expect(defaultPool.spec).toEqual({
      ...rest,
      template: {
        metadata: { labels: { environment: "production", "node.kubernetes.io/pool": "worker-general-v5" } },
        spec: { ...template.spec, kubelet: { ...template.spec.kubelet, ...EVICTION_AND_IMAGES } },
      },
      disruption: { ...disruptionRest, budgets: [{ nodes: "20%" }] },
    });
  });

  test("memory-optimized", () => {
    const { template, disruption, ...rest } = MEMORY_OPTIMIZED.spec;
    const { consolidateAfter, ...disruptionRest } = disruption;
    expect(consolidateAfter).toBe("60s");
    expect(memoryPool.spec).toEqual({
      ...rest,
      template: {
        metadata: { labels: { "workload-type": "memory-intensive", "node.kubernetes.io/pool": "worker-memory-v3" } },
        spec: { ...template.spec, kubelet: { maxPods: 58, ...EVICTION_AND_IMAGES } },
      },
      disruption: { ...disruptionRest, budgets: [{ nodes: "20%" }] },
    });
  });

  test("the node class, with the stack's key by its alias, the tag set and the one kubelet setting that v1beta1 lacks", () => {
    const [mapping] = NODE_CLASS.spec.blockDeviceMappings;
    const kmsKeyID = "arn:aws:kms:us-east-1:123456789012:alias/prod-us-east-1/data";
    const { userData, ...spec } = nodeClass.spec as Record<string, unknown>;
    expect(spec).toEqual({
      ...NODE_CLASS.spec,
      blockDeviceMappings: [{ ...mapping, ebs: { ...mapping?.ebs, kmsKeyID } }],
      tags: { ...NODE_CLASS.spec.tags, team: "platform-infra", stack: "prod", "managed-by": "pulumi" },
    });
    expect(parse(String(userData))).toEqual({
      apiVersion: "node.eks.aws/v1alpha1",
      kind: "NodeConfig",
      spec: { kubelet: { config: { imageMinimumGCAge: "2m" } } },
    });
  });

  test("follows the step of the migration", () => {
    const inPhase = (phase: "deployed" | "50") =>
      deployable(
        prodWith((input) => {
          input.karpenter.phase = phase;
        }),
      )("karpenter.sh/NodePool default-nodepool").spec;
    expect(inPhase("deployed")).toMatchObject({ weight: 100, limits: { cpu: "0", memory: "2000Gi" } });
    expect(inPhase("50")).toMatchObject({ weight: 50, limits: { cpu: 250 } });
  });

  test("follows the kubelet's image age", () => {
    const older = prodWith((input) => {
      input.kubelet.imageGc.minimumAge = "1h";
    });
    const { userData } = deployable(older)("karpenter.k8s.aws/EC2NodeClass default").spec as { userData: string };
    expect(parse(userData).spec.kubelet.config).toEqual({ imageMinimumGCAge: "1h" });
  });
});

describe("check karpenter-node-pools", () => {
  const messages = (object: KubeObject) =>
    karpenterNodePools.find({ objects: [object], platform: prod }).map(({ message }) => message);
  const spec = (change: Record<string, unknown>) => ({
    ...defaultPool,
    spec: { ...(defaultPool.spec as object), ...change },
  });
  const { template } = defaultPool.spec as {
    template: { metadata: object; spec: { kubelet: Record<string, unknown> } };
  };
  const kubelet = (change: Record<string, unknown>) =>
    spec({ template: { ...template, spec: { ...template.spec, kubelet: { ...template.spec.kubelet, ...change } } } });

  test("holds for what is deployed", () => {
    expect([...messages(defaultPool), ...messages(memoryPool)]).toEqual([]);
  });

  test.each([
    ["no label", spec({ template: { ...template, metadata: {} } }), "node.kubernetes.io/pool is missing"],
    [
      "the label of no pool",
      spec({ template: { ...template, metadata: { labels: { "node.kubernetes.io/pool": "worker-v9" } } } }),
      "node.kubernetes.io/pool is worker-v9",
    ],
    ["no budget", spec({ disruption: {} }), "no disruption budget: Karpenter's default budget of 10% holds"],
    ["an empty budget", spec({ disruption: { budgets: [] } }), "no disruption budget"],
    [
      "other evictions",
      kubelet({ evictionHard: { "memory.available": "5%" } }),
      'evictionHard is {"memory.available":"5%"}',
    ],
    ["another high threshold", kubelet({ imageGCHighThresholdPercent: 90 }), "imageGCHighThresholdPercent is 90"],
    ["no low threshold", kubelet({ imageGCLowThresholdPercent: undefined }), "imageGCLowThresholdPercent is missing"],
    ["no number of pods", kubelet({ maxPods: undefined }), "maxPods is missing"],
  ])("finds %s", (_, object, message) => {
    expect(messages(object as KubeObject)).toEqual([expect.stringContaining(message)]);
  });
});

describe("check karpenter-node-classes", () => {
  const messages = (change: Record<string, unknown>) =>
    karpenterNodeClasses
      .find({ objects: [{ ...nodeClass, spec: { ...(nodeClass.spec as object), ...change } }], platform: prod })
      .map(({ message }) => message);

  test("holds for what is deployed", () => {
    expect(messages({})).toEqual([]);
  });

  test.each([
    ["a volume without a key", { blockDeviceMappings: [{ ebs: {} }] }, "encrypted with the account's default key"],
    [
      "a missing tag",
      { tags: NODE_CLASS.spec.tags },
      "without the tags team=platform-infra, stack=prod, managed-by=pulumi",
    ],
    ["no user data", { userData: undefined }, "imageMinimumGCAge is missing in the user data; every other node has 2m"],
  ])("finds %s", (_, change, message) => {
    expect(messages(change)).toEqual([expect.stringContaining(message)]);
  });
});
