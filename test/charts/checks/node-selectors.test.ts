import { nodeSelectors } from "../../../charts/checks/node-selectors";
import type { KubeObject } from "../../../charts/kube-object";
import { prodPlatform } from "../../infra/prod-platform";

const platform = prodPlatform();
const POOL = "node.kubernetes.io/pool";

function pod(spec: object): KubeObject {
  return { apiVersion: "v1", kind: "Pod", metadata: { name: "a", namespace: "b" }, spec };
}
const required = (expression: object) =>
  pod({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [expression] }] },
      },
    },
  });
const found = (object: KubeObject) =>
  nodeSelectors.find({ objects: [object], platform }).map(({ path, message }) => [path.join("."), message]);

test.each([
  ["nothing", pod({})],
  ["a pool", pod({ nodeSelector: { [POOL]: "worker-general-v5" } })],
  [
    "a pool and a label of its nodes",
    pod({ nodeSelector: { [POOL]: "worker-memory-v3", "workload-type": "memory-intensive" } }),
  ],
  [
    "a label that only Karpenter's nodes have",
    pod({ nodeSelector: { [POOL]: "worker-general-v5", environment: "production" } }),
  ],
  [
    "labels of every node",
    pod({ nodeSelector: { "kubernetes.io/os": "linux", "topology.kubernetes.io/zone": "us-east-1a" } }),
  ],
  ["a pool by affinity", required({ key: POOL, operator: "In", values: ["worker-spot-v2", "worker-kafka-v2"] })],
  ["another label by affinity", required({ key: "kubernetes.io/arch", operator: "In", values: ["amd64"] })],
])("holds for a pod that selects %s", (_, object) => {
  expect(found(object)).toEqual([]);
});

const KNOWN = "there is worker-general-v5, worker-kafka-v2, worker-memory-v3, worker-spot-v2";
test.each([
  ["a pool that isn't there", { [POOL]: "worker-general-v4" }, `${POOL}=worker-general-v4`],
  ["a label that no node has", { disk: "ssd" }, "disk=ssd"],
  [
    "labels of two pools at once",
    { [POOL]: "worker-general-v5", "capacity-type": "spot" },
    `${POOL}=worker-general-v5, capacity-type=spot`,
  ],
])("finds %s", (_, nodeSelector, given) => {
  expect(found(pod({ nodeSelector }))).toEqual([["spec.nodeSelector", `no pool's nodes have ${given}; ${KNOWN}`]]);
});

test.each(["In", "NotIn"])("finds a strange pool in an affinity (%s)", (operator) => {
  const [path, message] = found(required({ key: POOL, operator, values: ["worker-spot-v2", "worker-x"] }))[0] ?? [];
  expect(path).toMatch(/nodeSelectorTerms\.0\.matchExpressions\.0\.values$/);
  expect(message).toBe(`worker-x is the label of no pool; ${KNOWN}`);
});
