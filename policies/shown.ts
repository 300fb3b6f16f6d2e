import { MalformedInput } from "./malformed";
import { Unreadable } from "./resource";

/** What reading gives; `undefined` where the plan doesn't show it. For rules that know another way to the same fact. */
export function ifShown<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/**
 * Whether something holds for one of several. One that can't be read doesn't hide another for which it holds, and none that holds can't be said while one can't be read. For one with
 * a malformed input it doesn't hold: that input is a violation where the one itself is judged.
 *
 * @throws {Unreadable} when it holds for none that can be read, and there is one that can't
 */
export function holdsForOne<Item>(items: readonly Item[], holds: (item: Item) => boolean): boolean {
  let unreadable: Unreadable | undefined;
  for (const item of items) {
    try {
      if (holds(item)) return true;
    } catch (error) {
      if (error instanceof Unreadable) unreadable ??= error;
      else if (!(error instanceof MalformedInput)) throw error;
    }
  }
  if (unreadable !== undefined) throw unreadable;
  return false;
}
