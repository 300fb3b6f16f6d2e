import { smaller } from "../amounts";
import type { TypeRows } from "../row";

const CLAIMS = 'Kubernetes, "Persistent Volumes" (reclaiming)';

/** What changes of volumes, of claims and of their classes do. */
export const VOLUME_ROWS: readonly TypeRows[] = [
  {
    of: ["PersistentVolumeClaim"],
    removed: [{ class: "data loss", reason: "its volume goes with it, unless the volume is retained", source: CLAIMS }],
    fields: [
      {
        path: ["spec", "resources", "requests", "storage"],
        when: smaller,
        class: "data loss",
        reason: "a volume can't get smaller: the claim is deleted and made again, with an empty volume",
        source: 'Kubernetes, "Persistent Volumes" (expanding)',
        replaces: true,
      },
      {
        path: ["spec"],
        class: "data loss",
        reason:
          "Pulumi deletes a claim whose spec changes and makes it again, with an empty volume; to expand one, edit it and refresh",
        source: "pulumi-kubernetes, diff.go (forceNew)",
        replaces: true,
      },
    ],
  },
  {
    of: ["PersistentVolume"],
    removed: [
      {
        class: "data loss",
        reason: "nothing leads to what is on it any more; with reclaimPolicy Delete it is deleted",
        source: CLAIMS,
      },
    ],
    fields: [
      {
        path: ["spec", "persistentVolumeReclaimPolicy"],
        when: ({ after }) => after === "Delete",
        class: "in place",
        reason: "nothing is deleted now, but the volume goes with its claim from then on",
        source: CLAIMS,
      },
    ],
  },
  {
    of: ["storage.k8s.io/StorageClass"],
    removed: [
      {
        class: "in place",
        reason: "volumes that exist stay; claims that name it get none any more",
        source: 'Kubernetes, "Storage Classes"',
      },
    ],
    fields: [
      ...["parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"].map((field) => ({
        path: [field],
        class: "replacement" as const,
        reason: `${field} of a StorageClass can't change: Pulumi deletes it and makes it again; volumes that exist stay as they are, claims wait in between`,
        source: "Kubernetes API validation; sandbox/kubernetes/replacing-fields.ts",
        replaces: true as const,
      })),
      {
        path: ["allowVolumeExpansion"],
        class: "in place",
        reason: "claims may or may not be expanded from then on; volumes stay as they are",
        source: 'Kubernetes, "Storage Classes"',
      },
    ],
  },
];
