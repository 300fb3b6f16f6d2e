const BYTES = { "": 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 } as const;

/** A memory size as the JVM's -Xms and -Xmx take it: a whole number with k, m or g, in powers of 1024. Source: java(1), -Xmx. */
export const JAVA_SIZE = /^(\d{1,12})([kKmMgG]?)$/;

/**
 * Bytes of a JVM memory size such as `14g`.
 *
 * @throws {RangeError} when the text is no such size.
 */
export function javaBytes(text: string): number {
  const [, count, unit = ""] = JAVA_SIZE.exec(text) ?? [];
  if (count === undefined) {
    throw new RangeError(`"${text}" is not a JVM memory size such as 14g or 512m`);
  }
  return Number(count) * BYTES[unit.toLowerCase() as keyof typeof BYTES];
}
