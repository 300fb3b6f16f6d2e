import type { kms } from "@pulumi/aws";
import { problem, resourceRule } from "../../rule";

/** The longest time that KMS grants, in days, and its default. Source: KMS API reference, `ScheduleKeyDeletion`, `PendingWindowInDays`. */
const LONGEST_DAYS = 30;

/** Deleting a key can be taken back for as long as KMS allows. */
export const kmsDeletionWindow = resourceRule<Pick<kms.KeyArgs, "deletionWindowInDays">>(
  {
    id: "kms-deletion-window",
    title: `A key that is to be deleted waits ${LONGEST_DAYS} days`,
    severity: "critical",
    enforcement: "mandatory",
    why: "Everything that a key has encrypted is lost with it, and a key that is read once a month isn't missed within a week.",
    remediation: `Set deletionWindowInDays to ${LONGEST_DAYS}, or leave it out.`,
    link: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  },
  {
    types: ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "aws:kms/externalKey:ExternalKey"],
    check: ({ inputs: { deletionWindowInDays = LONGEST_DAYS } }) =>
      Number(deletionWindowInDays) === LONGEST_DAYS
        ? []
        : [problem("deletionWindowInDays", `is ${deletionWindowInDays}; it has to be ${LONGEST_DAYS}`)],
  },
);
