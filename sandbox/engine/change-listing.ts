import { resourceLabel } from "./diagnostics";
import type { Palette } from "./palette";
import { CHANGE_KINDS, type Change, type ChangeKind, changeCounts } from "./step-changes";

const SIGNS: Readonly<Record<ChangeKind, string>> = { create: "+", update: "~", replace: "±", delete: "-" };
const DONE: Readonly<Record<ChangeKind, string>> = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
};

/** A line for each change, in the order of the engine's steps: sign, resource, changed properties, those that force a replacement marked. */
export function changeLines(changes: readonly Change[], palette: Palette): readonly string[] {
  const colour: Readonly<Record<ChangeKind, (text: string) => string>> = {
    create: palette.green,
    update: palette.yellow,
    replace: palette.yellow,
    delete: palette.red,
  };
  return changes.map(({ kind, urn, properties, replacedFor, failed }) => {
    const named = properties.map((path) => (replacedFor.includes(path) ? `${path} (replaces)` : path));
    const what = named.length > 0 ? `  ${named.join(", ")}` : "";
    return `${colour[kind](SIGNS[kind])} ${resourceLabel(urn)}${palette.dim(what)}${failed ? palette.red("  failed") : ""}`;
  });
}

/** One line that counts the changes that were made, or that a preview would make: `2 created, 1 updated`, `no changes`. */
export function changeSummary(changes: readonly Change[], planned: boolean): string {
  const succeeded = changes.filter(({ failed }) => !failed);
  const counts = changeCounts(succeeded);
  const parts = CHANGE_KINDS.flatMap((kind) =>
    counts[kind] === undefined ? [] : [`${counts[kind]} ${planned ? `to ${kind}` : DONE[kind]}`],
  );
  const failures = changes.length - succeeded.length;
  if (failures > 0) parts.push(`${failures} failed`);
  return parts.length === 0 ? "no changes" : parts.join(", ");
}
