import type { Change } from "../change";

/** Where a change is on the page: a fragment of its address that stays the same as long as the thing keeps its name. */
export function anchorOf({ thing }: Pick<Change, "thing">): string {
  return `${thing.side}-${slug(thing.name)}`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
