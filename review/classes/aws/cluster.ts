import { wasProtected } from "../protection";
import type { TypeRows } from "../row";

/** What changes of EKS clusters, their add-ons and their access do. */
export const CLUSTER_ROWS: readonly TypeRows[] = [
  {
    of: ["aws:eks/cluster:Cluster"],
    removed: [
      {
        class: "data loss",
        reason: "all that is in the cluster goes with it: objects, and the claims of volumes",
        source: 'Amazon EKS User Guide, "Delete a cluster"',
      },
    ],
    fields: [
      {
        path: ["version"],
        class: "rolling",
        reason:
          "EKS replaces its API servers one after the other, and can't go back; nodes keep their version until their groups change",
        source: 'Amazon EKS User Guide, "Update existing cluster to new Kubernetes version"',
      },
      {
        path: ["vpcConfig", "endpointPublicAccess"],
        when: ({ after }) => after !== false,
        class: "in place",
        reason: "the API server can be reached from the internet from then on",
        source: 'Amazon EKS User Guide, "Control network access to cluster API server endpoint"',
      },
      {
        path: ["vpcConfig", "publicAccessCidrs"],
        class: "in place",
        reason: "others can reach the public endpoint of the API server from then on",
        source: 'Amazon EKS User Guide, "Control network access to cluster API server endpoint"',
      },
      {
        path: ["deletionProtection"],
        when: ({ after }, subject) => after !== true && wasProtected(subject),
        class: "data loss",
        reason:
          "nothing is deleted now, but EKS no longer refuses to delete the cluster, which is protected, with all that is in it",
        source: 'Amazon EKS User Guide, "Protect EKS clusters from accidental deletion"',
      },
      {
        path: ["deletionProtection"],
        when: ({ after }) => after !== true,
        class: "in place",
        reason: "nothing is deleted now, but EKS no longer refuses to delete the cluster",
        source: 'Amazon EKS User Guide, "Protect EKS clusters from accidental deletion"',
      },
      {
        path: ["enabledClusterLogTypes"],
        class: "in place",
        reason: "the control plane writes other logs from then on",
        source: 'Amazon EKS User Guide, "Send control plane logs to CloudWatch Logs"',
      },
    ],
  },
  {
    of: ["aws:eks/addon:Addon"],
    fields: [
      {
        path: ["addonVersion"],
        class: "rolling",
        reason: "EKS applies the add-on of the other version, whose pods are replaced one after the other",
        source: 'Amazon EKS User Guide, "Update an Amazon EKS add-on"',
      },
      {
        path: ["configurationValues"],
        class: "rolling",
        reason:
          "EKS applies the add-on with other settings, whose pods are replaced one after the other where they hold them",
        source: 'Amazon EKS User Guide, "Update an Amazon EKS add-on"',
      },
      {
        path: ["serviceAccountRoleArn"],
        class: "rolling",
        reason: "the add-on's pods get the other role when they are replaced, one after the other",
        source: 'Amazon EKS User Guide, "IAM roles for Amazon EKS add-ons"',
      },
    ],
    removed: [
      {
        when: ({ before }) => before?.preserve === true,
        class: "in place",
        reason: "what it runs stays in the cluster, and EKS no longer looks after it",
        source: "Amazon EKS API, DeleteAddon, preserve",
      },
    ],
  },
];
