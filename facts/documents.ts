import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const section = z.strictObject({
  section: z.string(),
  title: z.string(),
  lines: z.tuple([z.int().positive(), z.int().positive()]).describe("First and last line."),
  without: z.string().optional().describe("Why no fact comes from it: only of a section that tells history."),
});

const documentsFile = z.strictObject({
  documents: z.array(
    z.strictObject({
      document: z.string(),
      title: z.string(),
      stack: z.string().describe("The stack that implements it."),
      sections: z.array(section),
    }),
  ),
});

/** A section of a document. */
export type Section = Readonly<z.output<typeof section>> & { readonly document: string; readonly stack: string };

/** Every section of the documents, in their order. */
export function documentedSections(): readonly Section[] {
  const path = resolve(__dirname, "../docs/documents.yaml");
  const { documents } = documentsFile.parse(parse(readFileSync(path, "utf8")));
  return documents.flatMap(({ document, stack, sections }) => sections.map((one) => ({ ...one, document, stack })));
}
