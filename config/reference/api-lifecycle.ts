/** What becomes of a version of an API of Kubernetes. */
export interface ApiLifecycle {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  /** First minor in which it is deprecated. */
  readonly deprecated: string;
  /** First minor that doesn't serve it; left out where none is named. */
  readonly gone?: string;
  /** What to write instead, and since which minor it is there. */
  readonly instead: string;
}

const FLOW_CONTROL = ["FlowSchema", "PriorityLevelConfiguration"];

/**
 * Versions of Kubernetes' own APIs that minors from 1.25 on deprecate or no longer serve. A deprecated version works, and is named so that it doesn't wait for the last moment.
 *
 * Source: k8s.io/api v0.35.0, APILifecycleDeprecated and APILifecycleRemoved of each type; Kubernetes, Deprecated API Migration Guide, for what takes their place. Endpoints: Kubernetes
 * blog, 2025-04-24.
 */
export const API_LIFECYCLES: readonly ApiLifecycle[] = [
  {
    apiVersion: "autoscaling/v2beta1",
    kinds: ["HorizontalPodAutoscaler"],
    deprecated: "1.22",
    gone: "1.25",
    instead: "autoscaling/v2",
  },
  {
    apiVersion: "autoscaling/v2beta2",
    kinds: ["HorizontalPodAutoscaler"],
    deprecated: "1.23",
    gone: "1.26",
    instead: "autoscaling/v2",
  },
  { apiVersion: "batch/v1beta1", kinds: ["CronJob"], deprecated: "1.21", gone: "1.25", instead: "batch/v1" },
  {
    apiVersion: "discovery.k8s.io/v1beta1",
    kinds: ["EndpointSlice"],
    deprecated: "1.21",
    gone: "1.25",
    instead: "discovery.k8s.io/v1",
  },
  {
    apiVersion: "events.k8s.io/v1beta1",
    kinds: ["Event"],
    deprecated: "1.22",
    gone: "1.25",
    instead: "events.k8s.io/v1",
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta1",
    kinds: FLOW_CONTROL,
    deprecated: "1.23",
    gone: "1.26",
    instead: "flowcontrol.apiserver.k8s.io/v1",
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta2",
    kinds: FLOW_CONTROL,
    deprecated: "1.26",
    gone: "1.29",
    instead: "flowcontrol.apiserver.k8s.io/v1",
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta3",
    kinds: FLOW_CONTROL,
    deprecated: "1.29",
    gone: "1.32",
    instead: "flowcontrol.apiserver.k8s.io/v1",
  },
  {
    apiVersion: "node.k8s.io/v1beta1",
    kinds: ["RuntimeClass"],
    deprecated: "1.22",
    gone: "1.25",
    instead: "node.k8s.io/v1",
  },
  {
    apiVersion: "policy/v1beta1",
    kinds: ["PodDisruptionBudget"],
    deprecated: "1.21",
    gone: "1.25",
    instead: "policy/v1",
  },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["CSIStorageCapacity"],
    deprecated: "1.24",
    gone: "1.27",
    instead: "storage.k8s.io/v1",
  },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["VolumeAttributesClass"],
    deprecated: "1.34",
    gone: "1.37",
    instead: "storage.k8s.io/v1",
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1beta1",
    kinds: ["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"],
    deprecated: "1.31",
    gone: "1.34",
    instead: "admissionregistration.k8s.io/v1",
  },
  {
    apiVersion: "networking.k8s.io/v1beta1",
    kinds: ["IPAddress", "ServiceCIDR"],
    deprecated: "1.34",
    gone: "1.37",
    instead: "networking.k8s.io/v1",
  },
  {
    apiVersion: "resource.k8s.io/v1beta1",
    kinds: ["DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"],
    deprecated: "1.35",
    gone: "1.38",
    instead: "resource.k8s.io/v1",
  },
  { apiVersion: "v1", kinds: ["Endpoints"], deprecated: "1.33", instead: "discovery.k8s.io/v1 EndpointSlice" },
];

/** What becomes of a version of an API that a component brings. */
export interface CustomApiLifecycle {
  readonly apiVersion: string;
  /** The component whose release decides, as {@link RELEASE_SUPPORT} calls it. */
  readonly component: string;
  /** First release that doesn't serve it. */
  readonly goneWith: string;
  readonly instead: string;
  readonly source: string;
}

/** Versions of the APIs of operators that one of their releases takes away. */
export const CUSTOM_API_LIFECYCLES: readonly CustomApiLifecycle[] = [
  {
    apiVersion: "karpenter.sh/v1beta1",
    component: "karpenter",
    goneWith: "1.1",
    instead: "karpenter.sh/v1",
    source: "karpenter.sh, v1 Migration",
  },
  {
    apiVersion: "karpenter.k8s.aws/v1beta1",
    component: "karpenter",
    goneWith: "1.1",
    instead: "karpenter.k8s.aws/v1",
    source: "karpenter.sh, v1 Migration",
  },
  {
    apiVersion: "external-secrets.io/v1beta1",
    component: "external-secrets",
    goneWith: "0.17",
    instead: "external-secrets.io/v1",
    source: "external-secrets/external-secrets, release 0.17.0",
  },
];
