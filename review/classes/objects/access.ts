import type { TypeRows } from "../row";

const RBAC = 'Kubernetes, "Using RBAC Authorization": evaluated at each request';

/** What changes of rights, accounts and Secrets in the cluster do. */
export const ACCESS_ROWS: readonly TypeRows[] = [
  {
    of: ["rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole"],
    fields: [
      { path: ["rules"], class: "in place", reason: "rights change at once for all who have the role", source: RBAC },
    ],
    removed: [{ class: "in place", reason: "all who have the role lose its rights at once", source: RBAC }],
  },
  {
    of: ["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"],
    fields: [
      {
        path: ["roleRef"],
        class: "replacement",
        reason:
          "the API refuses another roleRef: Pulumi deletes the binding and makes it again, and its subjects have no rights in between",
        source: 'Kubernetes, "Using RBAC Authorization"; pulumi-kubernetes, diff.go (forceNew)',
        replaces: true,
      },
      { path: ["subjects"], class: "in place", reason: "rights change at once for those who are named", source: RBAC },
    ],
    removed: [{ class: "in place", reason: "those who are named lose the rights at once", source: RBAC }],
  },
  {
    of: ["ServiceAccount"],
    fields: [
      {
        path: ["metadata", "annotations", "eks.amazonaws.com/role-arn"],
        class: "in place",
        reason: "pods that run keep the role they have; they get the other when they start anew",
        source: 'Amazon EKS User Guide, "IAM roles for service accounts"',
      },
      {
        path: ["automountServiceAccountToken"],
        class: "in place",
        reason: "it counts for pods that start from then on",
        source: 'Kubernetes, "Configure Service Accounts for Pods"',
      },
    ],
    removed: [
      {
        class: "replacement",
        reason: "pods that run as it lose their rights, and don't start anew",
        source: 'Kubernetes, "Service Accounts"',
      },
    ],
  },
  {
    of: ["Secret"],
    removed: [
      {
        class: "replacement",
        reason: "its values are gone: pods that name it don't start anew",
        source: 'Kubernetes, "Secrets"',
      },
    ],
  },
  {
    of: ["admissionregistration.k8s.io/"],
    fields: [
      {
        path: ["webhooks"],
        class: "in place",
        reason: "it counts for what is written to the API server from then on",
        source: 'Kubernetes, "Dynamic Admission Control"',
      },
    ],
    removed: [
      {
        class: "in place",
        reason: "what it checked or completed is written as it comes from then on",
        source: 'Kubernetes, "Dynamic Admission Control"',
      },
    ],
  },
  {
    of: ["cert-manager.io/Certificate"],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "cert-manager issues it anew into its Secret; what read the old one at its start keeps it until then",
        source: 'cert-manager, "Certificate resource"',
      },
    ],
    removed: [
      {
        class: "in place",
        reason: "it isn't renewed any more; its Secret stays until it ends",
        source: 'cert-manager, "Certificate resource"',
      },
    ],
  },
  {
    of: ["cert-manager.io/Issuer", "cert-manager.io/ClusterIssuer"],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "it counts for certificates that are issued from then on",
        source: 'cert-manager, "Issuer configuration"',
      },
    ],
    removed: [
      {
        class: "in place",
        reason: "its certificates aren't renewed any more; those that exist count until they end",
        source: 'cert-manager, "Issuer configuration"',
      },
    ],
  },
];
