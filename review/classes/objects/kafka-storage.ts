import { valueAt } from "../../../charts/kube-object";
import type { Difference } from "../../diff/compare";
import { keysOf } from "../../diff/diff-path";
import { fromTo, smaller } from "../amounts";
import type { FieldRow, Subject } from "../row";

/** Strimzi's manual. */
const STRIMZI = 'Strimzi 0.42, "Deploying and Managing"';

/** Rows of a volume, wherever it is described. */
export const storageRows = (path: readonly string[]): readonly FieldRow[] => [
  {
    path: [...path, "size"],
    when: smaller,
    class: "replacement",
    reason:
      "Strimzi refuses a smaller volume and keeps the one that is there: smaller ones take new brokers, to which the partitions move",
    source: `${STRIMZI}, "Resizing persistent volumes"`,
  },
  {
    path: [...path, "size"],
    when: (change, subject) => canExpand(subject, className(change, subject)) === false,
    class: "in place",
    reason: (change, subject) =>
      `nothing gets larger: storage class ${className(change, subject)} doesn't expand volumes, so only brokers that come from now on have the new size, ${fromTo(change)}`,
    source: `${STRIMZI}, "Resizing persistent volumes"`,
  },
  {
    path: [...path, "size"],
    class: "in place",
    reason: (change) =>
      `Strimzi expands the volumes while the brokers run, ${fromTo(change)}, if their storage class allows it`,
    source: `${STRIMZI}, "Resizing persistent volumes"`,
  },
  {
    path: [...path, "deleteClaim"],
    class: "in place",
    reason: ({ after }) =>
      after === true
        ? "nothing is deleted now, but from now on the volumes go with the brokers"
        : "from now on the volumes stay when the brokers go",
    source: `${STRIMZI}, "Persistent storage"`,
  },
  {
    path,
    class: "replacement",
    reason: "Strimzi refuses other storage for brokers that exist: it takes new brokers, to which the partitions move",
    source: `${STRIMZI}, "Configuring Kafka storage"`,
  },
];

/** Class of the volume whose size changed; empty where none is named. */
function className({ path }: Difference, { after }: Subject): string {
  const name = valueAt(after, [...keysOf(path).slice(0, -1), "class"]);
  return typeof name === "string" ? name : "";
}

/** Whether a storage class expands its volumes; undefined when the class isn't known here. */
function canExpand({ around: { head } }: Subject, name: string): boolean | undefined {
  const found = head.objects.find(({ kind, metadata }) => kind === "StorageClass" && metadata.name === name);
  return found === undefined ? undefined : found.allowVolumeExpansion === true;
}
