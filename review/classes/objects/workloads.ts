import { valueAt } from "../../../charts/kube-object";
import type { Difference } from "../../diff/compare";
import { fromTo, lowered, numberOf } from "../amounts";
import type { Fields, LifeRow, Subject, TypeRows } from "../row";

const SCALING = 'Kubernetes, "Deployments" and "StatefulSets" (scaling)';
const RETENTION = 'Kubernetes, "StatefulSets", PersistentVolumeClaim retention';

const ENDED: LifeRow = {
  class: "replacement",
  reason: "its pods are ended, and what they served is gone",
  source: 'Kubernetes, "Garbage Collection" (cascading deletion)',
};

/** What changes of what runs pods do; their templates are in `pod-templates.ts`. */
export const WORKLOAD_ROWS: readonly TypeRows[] = [
  {
    of: ["apps/Deployment", "apps/StatefulSet", "apps/ReplicaSet"],
    fields: [
      {
        path: ["spec", "replicas"],
        when: (change, { after }) => lowered(change, 1) && retention(after, "whenScaled") === "Delete",
        class: "data loss",
        reason: "the pods that go take their volumes along (persistentVolumeClaimRetentionPolicy)",
        source: RETENTION,
      },
      {
        path: ["spec", "replicas"],
        when: ({ after }) => after === 0,
        class: "replacement",
        reason: "all its pods are ended: what they served is gone until there are some again",
        source: SCALING,
      },
      {
        path: ["spec", "replicas"],
        class: "in place",
        reason: (change) =>
          `pods are ${numberOf(change.after, 1) > numberOf(change.before, 1) ? "added" : "taken away"}, ${fromTo(change)}; the others go on`,
        source: SCALING,
      },
    ],
    removed: [
      {
        when: ({ before }) => retention(before, "whenDeleted") === "Delete",
        class: "data loss",
        reason: "its pods are ended, and their volumes go with them (persistentVolumeClaimRetentionPolicy)",
        source: RETENTION,
      },
      {
        when: claimsVolumes,
        class: "replacement",
        reason:
          "its pods are ended, and what they served is gone; their claims stay with the volumes, and nothing uses them",
        source: 'Kubernetes, "StatefulSets" (deleting doesn\'t delete the volumes)',
      },
      ENDED,
    ],
  },
  {
    of: ["apps/StatefulSet"],
    fields: [
      ...(["whenScaled", "whenDeleted"] as const).map((when) => ({
        path: ["spec", "persistentVolumeClaimRetentionPolicy", when],
        class: "in place" as const,
        reason: ({ after }: Difference) =>
          after === "Delete"
            ? `nothing is deleted now, but from now on volumes go with pods ${when === "whenScaled" ? "that are scaled away" : "when the StatefulSet is deleted"}`
            : `from now on volumes stay ${when === "whenScaled" ? "when pods are scaled away" : "when the StatefulSet is deleted"}`,
        source: RETENTION,
      })),
      {
        path: ["spec", "volumeClaimTemplates"],
        class: "replacement",
        reason:
          "the API refuses another template of claims: the StatefulSet is deleted and made again, and takes over the claims that are there, as they are",
        source: 'Kubernetes, "StatefulSets"; pulumi-kubernetes, diff.go (forceNew)',
        replaces: true,
      },
    ],
  },
  { of: ["apps/DaemonSet", "Pod"], removed: [ENDED] },
];

function retention(object: Fields | undefined, when: "whenScaled" | "whenDeleted"): unknown {
  return valueAt(object, ["spec", "persistentVolumeClaimRetentionPolicy", when]);
}

function claimsVolumes({ before }: Subject): boolean {
  return valueAt(before, ["spec", "volumeClaimTemplates", 0]) !== undefined;
}
