/** Whether an input is true; the provider's check may leave a boolean as text. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

/** An input for readers. */
export function shown(value: unknown): string {
  return value === undefined || value === null || value === "" ? "not set" : `${value}`;
}
