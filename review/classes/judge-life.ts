import { noun } from "./aws/derived";
import type { Judgement, Subject } from "./row";
import { lifeRows } from "./tables";

/** What adding or removing a thing does, and why. */
export function judgeLife(operation: "added" | "removed", subject: Subject): Judgement {
  return knownLife(operation, subject) ?? (operation === "added" ? MADE : deleted(subject));
}

/** What the tables know of it; undefined where they know nothing. */
export function knownLife(operation: "added" | "removed", subject: Subject): Judgement | undefined {
  const row = lifeRows(subject.type, operation).find(({ when }) => when?.(subject) ?? true);
  if (row === undefined) return undefined;
  const { class: is, reason } = row;
  return { class: is, reason: typeof reason === "string" ? reason : reason(subject) };
}

const MADE: Judgement = { class: "in place", reason: "it is made; nothing that exists changes" };

/** The cautious guess: something is gone, and what relies on it fails. */
function deleted({ type }: Subject): Judgement {
  const what = type.includes(":") ? noun(type) : `the ${type.split("/").at(-1)}`;
  return { class: "replacement", reason: `${what} is deleted, and what relies on it fails` };
}
