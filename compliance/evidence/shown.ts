/** What one piece of evidence came to: what it shows, or why it shows nothing. */
export type Piece =
  | { readonly outcome: "shown"; readonly subjects: readonly string[]; readonly says: string }
  | { readonly outcome: "missing"; readonly message: string };

/** Up to this many subjects are named in a message; the count says the rest. */
const NAMED = 3;

/** Some of many names, and how many there are. */
export function named(subjects: readonly string[]): string {
  const rest = subjects.length - NAMED;
  return [...subjects.slice(0, NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}
