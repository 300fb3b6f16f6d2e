import type { KubeObject } from "../../../charts/kube-object";
import { type Workload, workloads } from "../../../health/checks/workloads";
import { expecting, short } from "../expectation-fixture";

const NOTHING = { Deployment: [], StatefulSet: [], DaemonSet: [] };
const live = (spec: Workload["spec"], status?: Workload["status"]): Workload => ({
  metadata: { name: "till", namespace: "shop" },
  spec,
  ...(status === undefined ? {} : { status }),
});
const rendered = (spec: object, kind = "Deployment"): KubeObject => ({
  apiVersion: "apps/v1",
  kind,
  metadata: { name: "till", namespace: "shop" },
  spec,
});
const scaler = (scaleTargetRef: object): KubeObject => ({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name: "till", namespace: "shop" },
  spec: { scaleTargetRef },
});
const rows = (reading: Partial<Parameters<typeof workloads.judge>[0]>, ...objects: readonly KubeObject[]) =>
  short(workloads.judge({ ...NOTHING, ...reading }, expecting(objects)));

test.each([
  [
    "a Deployment of the manifests",
    { Deployment: [live({ replicas: 2 }, { readyReplicas: 2 })] },
    [rendered({ replicas: 2 })],
  ],
  ["one that the manifests don't have", { StatefulSet: [live({ replicas: 2 }, { readyReplicas: 2 })] }, []],
  ["more than wanted, for a moment", { Deployment: [live({ replicas: 2 }, { readyReplicas: 3 })] }, []],
  ["none wanted", { Deployment: [live({ replicas: 0 })] }, [rendered({ replicas: 0 })]],
  ["one by default", { Deployment: [live({}, { readyReplicas: 1 })] }, [rendered({})]],
  [
    "as many as an autoscaler wants",
    { Deployment: [live({ replicas: 2 }, { readyReplicas: 2 })] },
    [rendered({ replicas: 3 }), scaler({ kind: "Deployment", name: "till" })],
  ],
  [
    "as many as KEDA wants, which names no kind",
    { Deployment: [live({ replicas: 2 }, { readyReplicas: 2 })] },
    [rendered({ replicas: 3 }), scaler({ name: "till" })],
  ],
  [
    "a pod on every node",
    { DaemonSet: [live({}, { desiredNumberScheduled: 3, numberReady: 3 })] },
    [rendered({}, "DaemonSet")],
  ],
])("accepts %s", (_, reading, objects) => {
  expect(rows(reading, ...objects)).toEqual(["as expected: all: 1 of 1"]);
});

test.each([
  ["one that isn't there", {}, [rendered({})], "Deployment shop/till: not there"],
  [
    "one that is there as another kind only",
    { StatefulSet: [live({}, { readyReplicas: 1 })] },
    [rendered({})],
    "Deployment shop/till: not there",
  ],
  [
    "a replica that isn't ready",
    { Deployment: [live({ replicas: 2 }, { readyReplicas: 1 })] },
    [],
    "Deployment shop/till: 1/2 ready",
  ],
  ["one without a status", { StatefulSet: [live({ replicas: 2 })] }, [], "StatefulSet shop/till: 0/2 ready"],
  [
    "one that somebody scaled down by hand",
    { Deployment: [live({ replicas: 0 }, { readyReplicas: 0 })] },
    [rendered({ replicas: 2 })],
    "Deployment shop/till: 0/2 ready",
  ],
  [
    "one that an autoscaler of another wouldn't",
    { Deployment: [live({ replicas: 1 }, { readyReplicas: 1 })] },
    [rendered({ replicas: 2 }), scaler({ kind: "StatefulSet", name: "till" })],
    "Deployment shop/till: 1/2 ready",
  ],
  [
    "a node without its pod",
    { DaemonSet: [live({}, { desiredNumberScheduled: 3, numberReady: 2 })] },
    [rendered({}, "DaemonSet")],
    "DaemonSet shop/till: 2/3 ready",
  ],
])("finds %s", (_, reading, objects, row) => {
  expect(rows(reading, ...objects)).toEqual([`finding: ${row}`]);
});
