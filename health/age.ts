import type { LiveObject } from "./cluster-reader";
import { TRANSITION } from "./limits";

/** Whether an object is so young that it may still be on its way. */
export function isNew({ metadata: { creationTimestamp } }: LiveObject, now: Date): boolean {
  return creationTimestamp !== undefined && secondsSince(creationTimestamp, now) <= TRANSITION.seconds;
}

/** Whether an object should have been gone for a while: its deletion was due, with all the time that it is given to end. */
export function isOverdue({ metadata: { deletionTimestamp } }: LiveObject, now: Date): boolean {
  return deletionTimestamp !== undefined && secondsSince(deletionTimestamp, now) > TRANSITION.seconds;
}

function secondsSince(time: string, now: Date): number {
  return (now.getTime() - Date.parse(time)) / 1000;
}
