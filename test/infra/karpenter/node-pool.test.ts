import type { Platform } from "../../../config/platform";
import { type NodePoolObject, nodePoolObject } from "../../../infra/karpenter/node-pool";
import { crdCheck } from "../../crds/crd-schema";
import { KARPENTER_CRDS } from "../../crds/pins";
import { requireCrd } from "../../crds/require-crd";
import { prodPlatform, prodWith } from "../prod-platform";

const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];
const EVICTION_AND_IMAGES = {
  evictionHard: { "memory.available": "100Mi", "nodefs.available": "10%", "imagefs.available": "15%" },
  imageGCHighThresholdPercent: 85,
  imageGCLowThresholdPercent: 70,
};

function rendered(platform: Platform, name: string): NodePoolObject {
  const pool = platform.karpenter.nodePools[name];
  if (pool === undefined) {
    throw new Error(`the stack file has no NodePool ${name}`);
  }
  return nodePoolObject(platform, name, pool);
}

const prod = prodPlatform();
const both = Object.keys(prod.karpenter.nodePools).map((name) => [name, rendered(prod, name)] as const);

test("default-nodepool", () => {
  expect(rendered(prod, "default-nodepool")).toEqual({
    apiVersion: "karpenter.sh/v1beta1",
    kind: "NodePool",
    metadata: { name: "default-nodepool" },
    spec: {
      template: {
        metadata: { labels: { environment: "production", "node.kubernetes.io/pool": "worker-general-v5" } },
        spec: {
          nodeClassRef: { name: "default" },
          requirements: [
            { key: "karpenter.sh/capacity-type", operator: "In", values: ["on-demand", "spot"] },
            {
              key: "node.kubernetes.io/instance-type",
              operator: "In",
              values: ["m6i", "m7i", "c6i", "c7i"].flatMap((family) =>
                ["xlarge", "2xlarge", "4xlarge"].map((size) => `${family}.${size}`),
              ),
            },
            { key: "topology.kubernetes.io/zone", operator: "In", values: ZONES },
            { key: "kubernetes.io/arch", operator: "In", values: ["amd64"] },
          ],
          kubelet: {
            maxPods: 110,
            systemReserved: { cpu: "500m", memory: "1Gi" },
            kubeReserved: { cpu: "200m", memory: "512Mi" },
            ...EVICTION_AND_IMAGES,
          },
        },
      },
      limits: { cpu: 500, memory: "2000Gi" },
      disruption: {
        consolidationPolicy: "WhenUnderutilized",
        expireAfter: "720h",
        budgets: [{ nodes: "20%" }],
      },
      weight: 100,
    },
  });
});

test("memory-optimized", () => {
  expect(rendered(prod, "memory-optimized")).toEqual({
    apiVersion: "karpenter.sh/v1beta1",
    kind: "NodePool",
    metadata: { name: "memory-optimized" },
    spec: {
      template: {
        metadata: {
          labels: { "workload-type": "memory-intensive", "node.kubernetes.io/pool": "worker-memory-v3" },
        },
        spec: {
          nodeClassRef: { name: "default" },
          requirements: [
            { key: "karpenter.sh/capacity-type", operator: "In", values: ["on-demand"] },
            {
              key: "node.kubernetes.io/instance-type",
              operator: "In",
              values: ["r6i.xlarge", "r6i.2xlarge", "r6i.4xlarge", "r7i.xlarge", "r7i.2xlarge", "r7i.4xlarge"],
            },
            { key: "topology.kubernetes.io/zone", operator: "In", values: ZONES },
            { key: "kubernetes.io/arch", operator: "In", values: ["amd64"] },
          ],
          taints: [{ key: "dedicated", value: "memory-workloads", effect: "PreferNoSchedule" }],
          kubelet: { maxPods: 58, ...EVICTION_AND_IMAGES },
        },
      },
      limits: { cpu: 200, memory: "1600Gi" },
      disruption: {
        consolidationPolicy: "WhenUnderutilized",
        expireAfter: "720h",
        budgets: [{ nodes: "20%" }],
      },
      weight: 100,
    },
  });
});

test("follows the step of the migration", () => {
  const deployed = prodWith((input) => {
    input.karpenter.phase = "deployed";
  });
  expect(rendered(deployed, "default-nodepool").spec.limits).toEqual({ cpu: "0", memory: "2000Gi" });
  const half = prodWith((input) => {
    input.karpenter.phase = "50";
  });
  expect(rendered(half, "default-nodepool").spec).toMatchObject({ weight: 50, limits: { cpu: 250 } });
});

describe("Karpenter 0.37.0's definition", () => {
  let check: (object: unknown) => string[];
  beforeAll(async () => {
    check = crdCheck(await requireCrd(KARPENTER_CRDS.NodePool), "v1beta1");
  });

  test.each(both)("admits %s", (_, object) => {
    expect(check(object)).toEqual([]);
  });

  test.each([
    ["weight 0", { weight: 0 }, "/spec/weight must be >= 1"],
    [
      "minAvailable",
      { disruption: { minAvailable: "80%" } },
      "/spec/disruption must NOT have additional properties: minAvailable",
    ],
    ["tags", { tags: { team: "platform-infra" } }, "/spec must NOT have additional properties: tags"],
  ])("refuses the documented %s", (_, spec, problem) => {
    const object = rendered(prod, "default-nodepool");
    expect(check({ ...object, spec: { ...object.spec, ...spec } })).toEqual([problem]);
  });
});

describe("the CEL rules that the documented manifests break", () => {
  /** Label domains of which Karpenter admits only its own well-known labels. Source: NodePool definition 0.37.0, x-kubernetes-validations. */
  const RESTRICTED = /(^|\.)(kubernetes\.io|k8s\.io|karpenter\.sh|karpenter\.k8s\.aws)$/;
  const EXEMPT = /(^|\.)(node\.kubernetes\.io|node-restriction\.kubernetes\.io|kops\.k8s\.io)$/;

  test.each(both)("%s has no consolidateAfter beside WhenUnderutilized", (_, { spec }) => {
    expect(Object.keys(spec.disruption)).toEqual(["consolidationPolicy", "expireAfter", "budgets"]);
  });

  test.each(both)("%s sets no label in a restricted domain", (_, { spec }) => {
    const domains = Object.keys(spec.template.metadata.labels).map((key) => key.split("/")[0] ?? "");
    expect(domains).toContain("node.kubernetes.io");
    expect(domains.filter((domain) => RESTRICTED.test(domain) && !EXEMPT.test(domain))).toEqual([]);
  });

  test("the rule finds the documented label", () => {
    expect(RESTRICTED.test("karpenter.sh") && !EXEMPT.test("karpenter.sh")).toBe(true);
  });
});
