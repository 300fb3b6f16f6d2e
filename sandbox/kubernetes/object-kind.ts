import { ServiceRefusal } from "../server/service-refusal";

/** What a token says about an object. */
export interface ObjectKind {
  /** Such as `v1`, `apps/v1`, `karpenter.sh/v1beta1`. */
  readonly apiVersion: string;
  /** Such as `Namespace`. */
  readonly kind: string;
  /** Whether objects of the kind live in a namespace. */
  readonly namespaced: boolean;
}

/** Token of a Helm release. */
export const HELM_RELEASE = "kubernetes:helm.sh/v3:Release";

/** Packages of tokens that stand for many objects, or for none: the SDK registers them elsewhere. */
const COMPONENTS = /^kubernetes:(yaml(\/v2)?|kustomize(\/v2)?|helm\.sh\/v[24]|helm\.sh\/v3:Chart)/;

/**
 * Kinds that live outside of namespaces; all others live in one, custom ones too. Sources: Kubernetes API reference (`scope: Cluster`), and the resource
 * definitions of Karpenter 0.37, cert-manager and the CSI snapshotter.
 */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  "APIService",
  "CSIDriver",
  "CSINode",
  "CertificateSigningRequest",
  "ClusterIssuer",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "EC2NodeClass",
  "FlowSchema",
  "IngressClass",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "NodeClaim",
  "NodePool",
  "PersistentVolume",
  "PriorityClass",
  "PriorityLevelConfiguration",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
  "VolumeAttachment",
  "VolumeSnapshotClass",
  "VolumeSnapshotContent",
]);

/**
 * Reads a token such as `kubernetes:core/v1:Namespace`. Tokens that end in `Patch` stand for server-side apply of a part of the object.
 *
 * @throws ServiceRefusal for tokens that are no single object.
 */
export function objectKindOf(token: string): ObjectKind {
  const [, group = "", version = "", name = ""] = /^kubernetes:([^/]+)\/([^:]+):(\w+)$/.exec(token) ?? [];
  if (COMPONENTS.test(token) || name === "") {
    throw new ServiceRefusal(
      `the sandbox doesn't simulate ${token}, which stands for many objects; register each object by itself, or use ${HELM_RELEASE}`,
    );
  }
  const kind = name.replace(/(?<=.)Patch$/, "");
  return {
    apiVersion: group === "core" ? version : `${group}/${version}`,
    kind,
    namespaced: !CLUSTER_SCOPED.has(kind),
  };
}
