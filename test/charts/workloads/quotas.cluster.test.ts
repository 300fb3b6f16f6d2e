import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { documentedRendering } from "../../../charts/synthesize";
import { WORKLOADS } from "../../../charts/workloads/workloads";
import {
  type ControlPlane,
  START_TIMEOUT_MILLISECONDS,
  startControlPlane,
} from "../../cluster/control-plane/control-plane";
import { prodPlatform } from "../../infra/prod-platform";
import { describeWithTools } from "../../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER } from "../../tools/tools";

/** One namespace with a budget in it, and one without. */
const NAMESPACES = ["user-profile-prod", "batch-jobs"] as const;

/** Priority classes of the stack, and everything that holds pods of these namespaces. */
const objects = documentedRendering(prodPlatform(), [WORKLOADS])
  .flatMap((rendering) => rendering.objects)
  .filter(({ kind, metadata }) =>
    kind === "PriorityClass"
      ? true
      : ["ResourceQuota", "LimitRange"].includes(kind) && NAMESPACES.some((name) => name === metadata.namespace),
  );

/** A pod of one container, with these resources and this class. */
function pod(namespace: string, resources: object, priorityClassName?: string): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "service-0", namespace },
    spec: {
      ...(priorityClassName === undefined ? {} : { priorityClassName }),
      automountServiceAccountToken: false,
      containers: [{ name: "service", image: "service:1", resources }],
    },
  };
}

describeWithTools([ETCD, KUBE_APISERVER], "a service namespace, on kube-apiserver 1.29", () => {
  let cluster: ControlPlane;
  const admit = (object: KubeObject) => cluster.api.create(object, { dryRun: true });

  beforeAll(async () => {
    cluster = await startControlPlane();
    for (const name of NAMESPACES) {
      await cluster.api.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
      await cluster.api.create({
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata: { name: "default", namespace: name },
      });
    }
    for (const object of objects) {
      await cluster.api.apply(object);
      if (object.kind !== "ResourceQuota") continue;
      // What the controller writes as soon as it sees a quota; admission goes by it, not by the spec.
      const hard = valueAt(object, ["spec", "hard"]) as Record<string, unknown>;
      const used = Object.fromEntries(Object.keys(hard).map((resource) => [resource, "0"]));
      const { apiVersion, kind, metadata } = object;
      await cluster.api.applyStatus({ apiVersion, kind, metadata, status: { hard, used } });
    }
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => cluster?.stop());

  test.each([
    ["user-profile-prod", "system-node-critical"],
    ["user-profile-prod", "system-cluster-critical"],
    ["user-profile-prod", "platform-data"],
    ["user-profile-prod", "platform-service"],
    ["batch-jobs", "system-node-critical"],
    ["batch-jobs", "system-cluster-critical"],
    ["batch-jobs", "critical-service"],
  ])("%s has no pod of class %s", async (namespace, priorityClass) => {
    await expect(admit(pod(namespace, {}, priorityClass))).rejects.toMatchObject({
      code: 403,
      message: expect.stringContaining(
        "exceeded quota: foreign-priorities, requested: pods=1, used: pods=0, limited: pods=0",
      ),
    });
  });

  test.each([
    ["user-profile-prod", "critical-service", 500_000],
    ["user-profile-prod", "standard-service", 100_000],
    ["batch-jobs", "batch", -10],
    ["batch-jobs", undefined, 0],
  ])("%s has pods of class %s", async (namespace, priorityClass, priority) => {
    expect((await admit(pod(namespace, {}, priorityClass))).spec).toMatchObject({ priority });
  });

  test("without the quota even the highest class is admitted there", async () => {
    await cluster.api.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: "open" } });
    const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default", namespace: "open" } };
    await cluster.api.create(account);
    expect((await admit(pod("open", {}, "system-node-critical"))).spec).toMatchObject({ priority: 2_000_001_000 });
  });

  test("a container that states a request above the default limit states a limit too", async () => {
    const requests = { cpu: "1", memory: "1Gi" };
    await expect(admit(pod("batch-jobs", { requests }))).rejects.toMatchObject({
      code: 422,
      message: expect.stringContaining("must be less than or equal to cpu limit of 500m"),
    });
    const { spec } = await admit(pod("batch-jobs", { requests, limits: { cpu: "2", memory: "2Gi" } }));
    expect(valueAt(spec, ["containers", 0, "resources"])).toEqual({ requests, limits: { cpu: "2", memory: "2Gi" } });
  });

  test("a container that states nothing gets both defaults", async () => {
    const { spec } = await admit(pod("batch-jobs", {}));
    expect(valueAt(spec, ["containers", 0, "resources"])).toEqual({
      requests: { cpu: "100m", memory: "128Mi" },
      limits: { cpu: "500m", memory: "512Mi" },
    });
  });
});
