/** First and last address of a block, as numbers. */
function range(block: string): readonly [first: number, last: number] {
  const [address = "", length = ""] = block.split("/");
  const first = address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
  return [first, first + 2 ** (32 - Number(length)) - 1];
}

/** Whether every address of the inner IPv4 block lies in the outer one. Blocks are written `10.0.0.0/16`. */
export function contains(outer: string, inner: string): boolean {
  const [outerFirst, outerLast] = range(outer);
  const [innerFirst, innerLast] = range(inner);
  return outerFirst <= innerFirst && innerLast <= outerLast;
}

/** Whether two IPv4 blocks share an address. */
export function overlap(one: string, other: string): boolean {
  const [oneFirst, oneLast] = range(one);
  const [otherFirst, otherLast] = range(other);
  return oneFirst <= otherLast && otherFirst <= oneLast;
}
