import { type Pod, pods } from "../../../health/checks/pods";
import { ago, expecting, short } from "../expectation-fixture";

const pod = (status: Pod["status"], age = "3d", deleted?: string): Pod => ({
  metadata: {
    name: "till-0",
    namespace: "shop",
    creationTimestamp: ago(age),
    ...(deleted === undefined ? {} : { deletionTimestamp: ago(deleted) }),
  },
  ...(status === undefined ? {} : { status }),
});
const waiting = (reason: string) => [{ name: "till", state: { waiting: { reason } } }];
const rows = (...all: readonly Pod[]) => short(pods.judge(all, expecting()));

test.each([
  ["runs", pod({ phase: "Running", containerStatuses: [{ name: "till", state: {} }] })],
  ["has done its work", pod({ phase: "Succeeded" })],
  ["begins", pod({ phase: "Pending", containerStatuses: waiting("ContainerCreating") }, "5m")],
  ["waits for its node", pod({ phase: "Pending" }, "2m")],
  ["ends", pod({ phase: "Running" }, "3d", "5m")],
])("accepts a pod that %s", (_, one) => {
  expect(rows(one)).toEqual(["as expected: all: 1 of 1"]);
});

test("accepts a cluster without pods: its workloads are another check's", () => {
  expect(rows()).toEqual(["as expected: all: 0 of 0"]);
});

test.each([
  ["failed", pod({ phase: "Failed" }), "Failed"],
  ["was evicted", pod({ phase: "Failed", reason: "Evicted" }), "Failed: Evicted"],
  ["hasn't begun after a while", pod({ phase: "Pending" }, "301s"), "Pending"],
  [
    "finds no node",
    pod({ phase: "Pending", conditions: [{ type: "PodScheduled", status: "False", message: "0/3 nodes" }] }, "1h"),
    "Pending: 0/3 nodes",
  ],
  [
    "is started again and again",
    pod({ phase: "Running", containerStatuses: waiting("CrashLoopBackOff") }),
    "CrashLoopBackOff (container till)",
  ],
  [
    "can't get its image, however young",
    pod({ phase: "Pending", initContainerStatuses: waiting("ImagePullBackOff") }, "1m"),
    "ImagePullBackOff (container till)",
  ],
  ["doesn't end", pod({ phase: "Running" }, "3d", "301s"), "Terminating"],
  ["is on a node that is silent", pod({ phase: "Unknown" }), "Unknown"],
  ["has no status", pod(undefined), "Unknown"],
])("finds a pod that %s", (_, one, found) => {
  expect(rows(pod({ phase: "Running" }), one)).toEqual([`finding: shop/till-0: ${found}`]);
});
