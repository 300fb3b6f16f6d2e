import type { Estate } from "./estate";

/** The same answer for every rule that asks about an estate: several need all that is in it, gone through to the last key. */
export function oncePerEstate<Answer>(answer: (estate: Estate) => Answer): (estate: Estate) => Answer {
  const known = new WeakMap<Estate, Answer>();
  return (estate) => {
    const before = known.get(estate);
    if (before !== undefined) return before;
    const found = answer(estate);
    known.set(estate, found);
    return found;
  };
}

/** Works something out when it is first asked for; what fails fails again each time. */
export function once<Answer>(answer: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | undefined;
  return () => {
    known ??= { answer: answer() };
    return known.answer;
  };
}
