import { objectKindOf } from "../../../sandbox/kubernetes/object-kind";

test.each([
  ["kubernetes:core/v1:Namespace", { apiVersion: "v1", kind: "Namespace", namespaced: false }],
  ["kubernetes:apps/v1:Deployment", { apiVersion: "apps/v1", kind: "Deployment", namespaced: true }],
  [
    "kubernetes:storage.k8s.io/v1:StorageClass",
    { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", namespaced: false },
  ],
  [
    "kubernetes:karpenter.sh/v1beta1:NodePool",
    { apiVersion: "karpenter.sh/v1beta1", kind: "NodePool", namespaced: false },
  ],
  ["kubernetes:apps/v1:DaemonSetPatch", { apiVersion: "apps/v1", kind: "DaemonSet", namespaced: true }],
])("%s", (token, kind) => {
  expect(objectKindOf(token)).toEqual(kind);
});

test.each(["kubernetes:yaml/v2:ConfigGroup", "kubernetes:helm.sh/v4:Chart", "kubernetes:kustomize/v2:Directory"])(
  "%s is refused",
  (token) => {
    expect(() => objectKindOf(token)).toThrow(
      `the sandbox doesn't simulate ${token}, which stands for many objects; register each object by itself, or use kubernetes:helm.sh/v3:Release`,
    );
  },
);
