import { existsSync, readFileSync } from "node:fs";
import type { KubeObject } from "../../../charts/kube-object";
import { isRunning } from "../../../sandbox/engine/running-process";
import { ALL_CRDS } from "../../crds/pins";
import { requireCrd } from "../../crds/require-crd";
import { describeWithTools } from "../../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER } from "../../tools/tools";
import { isUnchanged } from "./api-client";
import { type ControlPlane, START_TIMEOUT_MILLISECONDS, startControlPlane } from "./control-plane";
import { applyDefinitions } from "./definitions";
import { admitPodOf } from "./pod-admission";

const SHOP: KubeObject = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "shop", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
};

const HARDENED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  runAsNonRoot: true,
  seccompProfile: { type: "RuntimeDefault" },
};

/** A StatefulSet with a claim, which the level `restricted` allows unless its security context says otherwise. */
function till(securityContext: object = HARDENED, podSpec: object = {}): KubeObject {
  const labels = { app: "till" };
  const container = {
    name: "till",
    image: "till:1",
    securityContext,
    volumeMounts: [{ name: "data", mountPath: "/data" }],
  };
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name: "till", namespace: "shop" },
    spec: {
      serviceName: "till",
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { ...podSpec, containers: [container] } },
      volumeClaimTemplates: [
        {
          metadata: { name: "data" },
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
        },
      ],
    },
  };
}

describeWithTools([ETCD, KUBE_APISERVER], "a control plane", () => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await startControlPlane();
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => plane?.stop());

  test("is of the documented version, and its kubeconfig leads to it", () => {
    expect(plane.version).toBe("v1.29.15");
    const { clusters } = JSON.parse(readFileSync(plane.kubeconfigFile, "utf8"));
    expect(clusters[0].cluster.server).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  });

  test("a second apply of the same object changes nothing, one of another does", async () => {
    const first = await plane.api.apply(SHOP);
    expect(first.metadata.name).toBe("shop");
    expect(isUnchanged(first, await plane.api.apply(SHOP))).toBe(true);
    const other = { ...SHOP, metadata: { ...SHOP.metadata, annotations: { owner: "shop" } } };
    await plane.api.apply(other, { dryRun: true });
    expect(await plane.api.get(SHOP)).toEqual(first);
    expect(isUnchanged(first, await plane.api.apply(other))).toBe(false);
  });

  test("an unknown field is refused, with the API's own message", async () => {
    const misspelt = { ...till(), spec: { ...(till().spec as object), replica: 1 } };
    await expect(plane.api.apply(misspelt)).rejects.toMatchObject({
      name: "ApiRefusal",
      code: 500,
      message:
        "failed to create typed patch object (shop/till; apps/v1, Kind=StatefulSet): .spec.replica: field not declared in schema",
    });
    await expect(plane.api.create(misspelt)).rejects.toMatchObject({
      code: 400,
      reason: "BadRequest",
      message:
        'StatefulSet in version "v1" cannot be handled as a StatefulSet: strict decoding error: unknown field "spec.replica"',
    });
  });

  test("an invalid value is refused with the field at fault", async () => {
    const negative = { ...till(), spec: { ...(till().spec as object), replicas: -1 } };
    await expect(plane.api.apply(negative)).rejects.toMatchObject({
      code: 422,
      reason: "Invalid",
      causes: [expect.objectContaining({ field: "spec.replicas" })],
    });
  });

  test("a second writer is refused until it forces", async () => {
    const mine: KubeObject = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "shared", namespace: "shop" },
      data: { a: "1" },
    };
    const theirs = { ...mine, data: { a: "2" } };
    await plane.api.apply(mine);
    await expect(plane.api.apply(theirs, { fieldManager: "other" })).rejects.toMatchObject({
      code: 409,
      reason: "Conflict",
      message: 'Apply failed with 1 conflict: conflict with "vantage": .data.a',
    });
    expect((await plane.api.apply(theirs, { fieldManager: "other", force: true })).data).toEqual({ a: "2" });
    await plane.api.delete(mine);
    expect(await plane.api.get(mine)).toBeUndefined();
  });

  test("the pods of a hardened workload are admitted, with their claims", async () => {
    expect((await plane.api.apply(till())).kind).toBe("StatefulSet");
    const pod = (await admitPodOf(plane.api, till())) as unknown as { spec: { volumes: { name: string }[] } };
    expect(pod.spec.volumes.find(({ name }) => name === "data")).toEqual({
      name: "data",
      persistentVolumeClaim: { claimName: "data-till-0" },
    });
    expect(await plane.api.list("v1", "Pod", "shop")).toEqual([]);
  });

  test("a privileged pod is refused where the namespace is restricted, its workload only warned about", async () => {
    const privileged = till({ privileged: true });
    await plane.api.apply({
      ...SHOP,
      metadata: {
        ...SHOP.metadata,
        labels: { ...SHOP.metadata.labels, "pod-security.kubernetes.io/warn": "restricted" },
      },
    });
    await plane.api.apply(privileged, { dryRun: true, force: true });
    expect(plane.api.warnings).toContainEqual({
      object: "StatefulSet till",
      text: expect.stringMatching(/^would violate PodSecurity "restricted:latest": privileged \(container "till"/),
    });
    await expect(admitPodOf(plane.api, privileged)).rejects.toMatchObject({
      code: 403,
      reason: "Forbidden",
      message: expect.stringMatching(
        /^pods "till-0" is forbidden: violates PodSecurity "restricted:latest": privileged/,
      ),
    });
  });

  test("a pod is refused whose service account is not there", async () => {
    await expect(admitPodOf(plane.api, till(HARDENED, { serviceAccountName: "cashier" }))).rejects.toMatchObject({
      code: 403,
      message:
        'pods "till-0" is forbidden: error looking up service account shop/cashier: serviceaccount "cashier" not found',
    });
  });

  test("another user may do what RBAC says and no more", async () => {
    const cashier = plane.api.as("system:serviceaccount:shop:cashier");
    await expect(cashier.list("v1", "Secret", "shop")).rejects.toMatchObject({ code: 403, reason: "Forbidden" });
    const rbac = "rbac.authorization.k8s.io";
    await plane.api.apply({
      apiVersion: `${rbac}/v1`,
      kind: "Role",
      metadata: { name: "cashier", namespace: "shop" },
      rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["list"] }],
    });
    await plane.api.apply({
      apiVersion: `${rbac}/v1`,
      kind: "RoleBinding",
      metadata: { name: "cashier", namespace: "shop" },
      roleRef: { apiGroup: rbac, kind: "Role", name: "cashier" },
      subjects: [{ kind: "ServiceAccount", name: "cashier", namespace: "shop" }],
    });
    // The authorizer hears of a new binding a moment later.
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const answer = await cashier.list("v1", "Secret", "shop").catch(() => undefined);
      if (answer !== undefined) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await cashier.list("v1", "Secret", "shop")).toEqual([]);
    await expect(cashier.list("v1", "Secret", "default")).rejects.toMatchObject({ code: 403 });
  });

  test("a kind that nobody has defined is no match", async () => {
    const kafka = { apiVersion: "kafka.example.org/v1", kind: "Kafka", metadata: { name: "k", namespace: "shop" } };
    await expect(plane.api.apply(kafka)).rejects.toMatchObject({ code: 404, reason: "NoMatch" });
  });

  test("every pinned definition is established, and its kinds can be used at once", async () => {
    const live = await applyDefinitions(plane.api, ...(await Promise.all(ALL_CRDS.map((pin) => requireCrd(pin)))));
    // Karpenter 3, Strimzi 11, Istio 14 + 1, cert-manager 4, Velero 2.
    expect(live).toHaveLength(35);
    const topic: KubeObject = {
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaTopic",
      metadata: { name: "orders", namespace: "shop" },
      spec: { partitions: 0 },
    };
    await expect(plane.api.apply(topic)).rejects.toMatchObject({
      code: 422,
      causes: [expect.objectContaining({ field: "spec.partitions" })],
    });
    expect((await plane.api.apply({ ...topic, spec: { partitions: 3 } })).metadata.generation).toBe(1);
  });

  test("stopping it leaves no process and no file, and can be done twice", async () => {
    const other = await startControlPlane();
    const pids = other.processes.map(({ pid }) => pid);
    expect(pids.map(isRunning)).toEqual([true, true]);
    await other.stop();
    await other.stop();
    expect(pids.map(isRunning)).toEqual([false, false]);
    expect(existsSync(other.folder)).toBe(false);
  });

  test("one that can't start says why", async () => {
    await expect(startControlPlane({ serviceCidr: "nonsense" })).rejects.toThrow(
      /^kube-apiserver ended before it was ready:\n[\s\S]*service-cluster-ip-range\[0\] is not a valid cidr/,
    );
  });
});
