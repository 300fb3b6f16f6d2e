import { fromTo, shorter } from "../amounts";
import type { TypeRows } from "../row";

const SCHEDULE = 'Velero, "Schedule API Type"';

/** What changes of Velero's backups do. */
export const BACKUP_ROWS: readonly TypeRows[] = [
  {
    of: ["velero.io/Schedule"],
    removed: [
      {
        class: "in place",
        reason: "no backup is made any more; those that exist stay until they end",
        source: SCHEDULE,
      },
    ],
    fields: [
      {
        path: ["spec", "template", "ttl"],
        when: shorter,
        class: "data loss",
        reason: (change) =>
          `backups are deleted sooner, ${fromTo(change)}: those made from now on; those that exist keep their end`,
        source: SCHEDULE,
      },
      {
        path: ["spec", "template"],
        class: "in place",
        reason: "backups made from now on hold other things, or stay longer; those that exist stay as they are",
        source: SCHEDULE,
      },
      {
        path: ["spec"],
        class: "in place",
        reason: "backups are made at other times, or no longer; those that exist stay as they are",
        source: SCHEDULE,
      },
    ],
  },
  {
    of: ["velero.io/BackupStorageLocation"],
    removed: [
      {
        class: "replacement",
        reason: "Velero deletes what it knows of the backups there; the bucket keeps them",
        source: 'Velero, "Backup Storage Locations"',
      },
    ],
    fields: [
      {
        path: ["spec"],
        class: "in place",
        reason: "backups are written elsewhere from then on; those in the old place aren't found any more",
        source: 'Velero, "Backup Storage Locations"',
      },
    ],
  },
];
