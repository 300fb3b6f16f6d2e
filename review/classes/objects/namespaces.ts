import type { TypeRows } from "../row";

/** What changes of namespaces, of definitions and of what a namespace allows do. */
export const NAMESPACE_ROWS: readonly TypeRows[] = [
  {
    of: ["Namespace"],
    removed: [
      {
        class: "data loss",
        reason: "everything in it is deleted with it, claims of volumes and Secrets among it",
        source: 'Kubernetes, "Namespaces"',
      },
    ],
    fields: [
      ...["enforce", "enforce-version"].map((mode) => ({
        path: ["metadata", "labels", `pod-security.kubernetes.io/${mode}`],
        class: "in place" as const,
        reason: "pods that run stay; those that break the new level aren't admitted when they start anew",
        source: 'Kubernetes, "Pod Security Admission"',
      })),
      {
        path: ["metadata", "labels", "istio-injection"],
        class: "in place",
        reason: "pods that run stay as they are; they get their sidecar, or lose it, when they start anew",
        source: 'Istio, "Installing the Sidecar"',
      },
    ],
  },
  {
    of: ["apiextensions.k8s.io/CustomResourceDefinition"],
    removed: [
      {
        class: "data loss",
        reason: "all objects of its kind are deleted with it, and what their operator runs for them",
        source: 'Kubernetes, "Extend the Kubernetes API with CustomResourceDefinitions" (delete)',
      },
    ],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "objects that exist stay; the API server checks what is written from then on",
        source: 'Kubernetes, "Extend the Kubernetes API with CustomResourceDefinitions"',
      },
    ],
  },
  {
    of: ["ResourceQuota"],
    added: [
      {
        class: "in place",
        reason: "pods that run stay; those that would exceed it aren't admitted from then on",
        source: 'Kubernetes, "Resource Quotas"',
      },
    ],
    removed: [
      {
        class: "in place",
        reason: "the namespace may take as much as there is",
        source: 'Kubernetes, "Resource Quotas"',
      },
    ],
    fields: [
      {
        path: ["spec", "scopeSelector"],
        class: "in place",
        reason: "pods that run stay; it counts other pods from then on",
        source: 'Kubernetes, "Resource Quotas"',
      },
      {
        path: ["spec", "hard"],
        class: "in place",
        reason: "pods that run stay; those that would exceed it aren't admitted from then on",
        source: 'Kubernetes, "Resource Quotas"',
      },
    ],
  },
  {
    of: ["LimitRange"],
    added: [
      {
        class: "in place",
        reason: "pods that run stay; it counts for those that start from then on",
        source: 'Kubernetes, "Limit Ranges"',
      },
    ],
    removed: [
      {
        class: "in place",
        reason: "pods that run stay; those that start from then on have no defaults and no bounds",
        source: 'Kubernetes, "Limit Ranges"',
      },
    ],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "pods that run stay; it counts for those that start from then on",
        source: 'Kubernetes, "Limit Ranges"',
      },
    ],
  },
  {
    of: ["scheduling.k8s.io/PriorityClass"],
    removed: [
      {
        class: "in place",
        reason: "pods that run keep their priority; new ones that name it aren't admitted",
        source: 'Kubernetes, "Pod Priority and Preemption"',
      },
    ],
    fields: [
      {
        path: ["description"],
        class: "no effect",
        reason: "only people read it",
        source: "Kubernetes API reference, PriorityClass",
      },
      ...["value", "preemptionPolicy"].map((field) => ({
        path: [field],
        class: "replacement" as const,
        reason: `the API refuses another ${field}: the class has to be deleted and made again; pods that run keep their priority`,
        source: "Kubernetes API validation, ValidatePriorityClassUpdate",
      })),
    ],
  },
];
