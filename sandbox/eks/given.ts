/** The same options, each without `undefined` among its values. */
export type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/**
 * The options that were given, for arguments that are optional but don't take `undefined`. A missing one is left out of
 * the result although its type still lists it: use it for arguments whose keys are optional, nowhere else.
 */
export function given<T extends object>(options: T): Given<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Given<T>;
}
