/** A number with its noun: `1 pod`, `1,234 pods`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** A range of numbers: `3`, or `3 to 5`. */
export function rangeText(least: number, most: number): string {
  return least === most ? String(least) : `${least} to ${most}`;
}
