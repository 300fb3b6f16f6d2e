import { diffArrays } from "diff";

/** A line with its number, from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Two lines beside each other; one is left out where there is none on its side. */
export interface Pair {
  readonly before?: Line;
  readonly after?: Line;
}

/** Lines that are the same on both sides, or that differ. */
export interface Block {
  readonly kind: "same" | "changed";
  readonly pairs: readonly Pair[];
}

/**
 * How many lines may differ before the comparison is given up and everything counts as changed: the time it takes grows with the square, and nobody reads that far. A number and not a time,
 * so that the page stays the same.
 */
const MOST_CHANGES = 1_000;

/** Two texts side by side, line by line. */
export function lineDiff(before: string, after: string): readonly Block[] {
  const [left, right] = [linesOf(before), linesOf(after)];
  const parts = diffArrays([...left], [...right], { maxEditLength: MOST_CHANGES }) ?? [
    { removed: true, added: false, value: left },
    { removed: false, added: true, value: right },
  ];
  const blocks: Block[] = [];
  let [leftNumber, rightNumber] = [1, 1];
  let removed: readonly Line[] = [];
  let added: readonly Line[] = [];
  const close = () => {
    if (removed.length + added.length > 0) blocks.push({ kind: "changed", pairs: paired(removed, added) });
    [removed, added] = [[], []];
  };
  for (const part of parts) {
    if (part.removed) {
      removed = [...removed, ...numbered(part.value, leftNumber)];
      leftNumber += part.value.length;
    } else if (part.added) {
      added = [...added, ...numbered(part.value, rightNumber)];
      rightNumber += part.value.length;
    } else {
      close();
      const [own, other] = [numbered(part.value, leftNumber), numbered(part.value, rightNumber)];
      blocks.push({ kind: "same", pairs: paired(own, other) });
      leftNumber += part.value.length;
      rightNumber += part.value.length;
    }
  }
  close();
  return blocks;
}

/** The lines of a text; the end of the last one begins no other. */
export function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

function numbered(texts: readonly string[], first: number): readonly Line[] {
  return texts.map((text, index) => ({ number: first + index, text }));
}

function paired(before: readonly Line[], after: readonly Line[]): readonly Pair[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const [left, right] = [before[index], after[index]];
    return { ...(left === undefined ? {} : { before: left }), ...(right === undefined ? {} : { after: right }) };
  });
}
