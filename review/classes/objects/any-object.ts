import type { FieldRow } from "../row";

const METADATA = 'Kubernetes, "Labels and Selectors", "Annotations"';

/** What holds for objects of every kind, after what the tables know of each. */
export const ANY_OBJECT_FIELDS: readonly FieldRow[] = [
  {
    path: ["metadata", "labels"],
    class: "in place",
    reason: "labels of the object itself: what runs is not touched",
    source: METADATA,
  },
  {
    path: ["metadata", "annotations"],
    class: "in place",
    reason: "annotations of the object itself: what runs is not touched",
    source: METADATA,
  },
  {
    path: ["apiVersion"],
    class: "in place",
    reason: "the same object, written in another version of its API",
    source: 'Kubernetes, "API versioning"',
  },
];
