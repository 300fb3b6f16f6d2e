import type { KubeObject } from "../../../charts/kube-object";
import { describeWithTools } from "../../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER, KUBE_APISERVER_1_34, KUBE_APISERVER_1_35, type PinnedTool } from "../../tools/tools";
import { type ControlPlane, START_TIMEOUT_MILLISECONDS, startControlPlane } from "./control-plane";

/** Kinds that became stable after 1.29: in 1.30, 1.33 and 1.34. */
const ADMISSION_POLICY: KubeObject = {
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicy",
  metadata: { name: "named-tills" },
  spec: {
    matchConstraints: {
      resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["configmaps"] }],
    },
    validations: [{ expression: "object.metadata.name.startsWith('till-')", message: "has to begin with till-" }],
  },
};
const SERVICE_CIDR: KubeObject = {
  apiVersion: "networking.k8s.io/v1",
  kind: "ServiceCIDR",
  metadata: { name: "more-services" },
  spec: { cidrs: ["172.21.0.0/24"] },
};
const DEVICE_CLASS: KubeObject = {
  apiVersion: "resource.k8s.io/v1",
  kind: "DeviceClass",
  metadata: { name: "gpu" },
  spec: { selectors: [{ cel: { expression: "device.driver == 'gpu.example.org'" } }] },
};
const LATER = [ADMISSION_POLICY, SERVICE_CIDR, DEVICE_CLASS].map((object) => [object.kind, object] as const);

/** What is so in each version since. */
function testLater(apiServer: PinnedTool) {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await startControlPlane({ apiServer });
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => plane?.stop());

  test("is of its version", () => {
    expect(plane.version).toBe(`v${apiServer.version}`);
  });

  test.each(LATER)("admits a %s", async (_, object) => {
    expect((await plane.api.apply(object)).apiVersion).toBe(object.apiVersion);
    expect(plane.api.warnings).toEqual([]);
  });

  test("refuses one that is wrong, with the field at fault", async () => {
    const wrong = { ...DEVICE_CLASS, spec: { selectors: [{ cel: { expression: "device.driver ==" } }] } };
    await expect(plane.api.apply(wrong)).rejects.toMatchObject({
      code: 422,
      causes: expect.arrayContaining([expect.objectContaining({ field: "spec.selectors[0].cel.expression" })]),
    });
  });

  test("warns of Endpoints, which 1.33 deprecated", async () => {
    await plane.api.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } });
    await plane.api.apply({ apiVersion: "v1", kind: "Endpoints", metadata: { name: "till", namespace: "shop" } });
    expect(plane.api.warnings).toEqual([
      { object: "Endpoints till", text: "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice" },
    ]);
  });
}

describeWithTools([ETCD, KUBE_APISERVER_1_34], "a control plane of 1.34", () => testLater(KUBE_APISERVER_1_34));

describeWithTools([ETCD, KUBE_APISERVER_1_35], "a control plane of 1.35", () => testLater(KUBE_APISERVER_1_35));

describeWithTools([ETCD, KUBE_APISERVER], "a control plane of 1.29", () => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await startControlPlane({ apiServer: KUBE_APISERVER });
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => plane?.stop());

  test.each(LATER)("doesn't know a %s yet", async (_, object) => {
    await expect(plane.api.apply(object)).rejects.toMatchObject({ code: 404, reason: "NoMatch" });
  });
});
