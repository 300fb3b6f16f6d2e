/** A section of a document, as a comment, a reason or a decision names it. */
export interface Citation {
  /** As it is written. */
  readonly text: string;
  readonly document: string;
  readonly section: string;
}

/** A section's number, and in brackets what of it is meant. */
const ITEM = String.raw`[1-9]\d?[a-z]?\b(?!\.\d)(?: \([^()]*\))?`;

/**
 * One document, or two, and their sections: `document 000, section 3`, `document 000, sections 1 (Eviction) and 3`, `001 section 1, Tags`, `000 (sections 1 and 4)`,
 * `document 000, section 1 and section 3`, `documents 000 and 002, sections 3 and 2`.
 */
const CITATION = new RegExp(
  String.raw`(?:documents? )?\b(00\d)(?: and (00\d))?,? \(?sections? (${ITEM}(?:(?:,|,? and) (?:sections? )?${ITEM})*)`,
  "g",
);

/** Every section that a text names with its document. Two documents with as many sections have one each, in their order; with another number, all of them. */
export function citationsIn(text: string): readonly Citation[] {
  return [...oneLine(text).matchAll(CITATION)].flatMap(([whole, first = "", second, list = ""]) => {
    const documents = second === undefined ? [first] : [first, second];
    const sections = list.replace(/\([^()]*\)/g, "").match(/\d+[a-z]?/g) ?? [];
    const pairs =
      documents.length > 1 && documents.length === sections.length
        ? documents.map((document, index) => [document, sections[index] ?? ""] as const)
        : documents.flatMap((document) => sections.map((section) => [document, section] as const));
    return pairs.map(([document, section]) => ({ text: whole, document, section }));
  });
}

/** Where a text speaks of a document without naming a section of it. */
export function withoutSection(text: string): readonly string[] {
  const rest = oneLine(text).replace(CITATION, "");
  return rest.match(/\bdocuments? 00\d.{0,30}/g) ?? [];
}

/** The text with what is written over several lines of a comment in one. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, " ");
}
