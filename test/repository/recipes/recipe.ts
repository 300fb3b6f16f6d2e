/** Something that a recipe has a person do, as it stands on the page. */
export type Step =
  /** A new file. */
  | { readonly verb: "Write"; readonly path: string; readonly text: string }
  /** A change of a file, as a diff without line numbers; see apply-diff.ts. */
  | { readonly verb: "Change"; readonly path: string; readonly diff: string }
  /** Commands for a shell, and lines that they print. */
  | { readonly verb: "Run"; readonly commands: string; readonly prints: readonly string[] };

/** Language of the block that each verb takes; a file's may be any. */
const BLOCK = { Change: "diff", Run: "sh" } as const;

/** A fenced block, with the place of its first line. */
interface Fence {
  readonly language: string;
  readonly text: string;
}

/**
 * The recipes of a page, by the id in their mark: a comment `<!-- recipe: ID -->` below the heading. A recipe goes to the next heading. Its steps are numbered; one that a person does
 * begins with its verb and has a block: `Write` and `Change` name the file first, `Run` may have a second block, of the language `text`, with lines that are printed. A step without a block is for the
 * reader's eyes.
 *
 * @throws {Error} naming the recipe and the step that could not be taken as they stand
 */
export function recipesIn(page: string): ReadonlyMap<string, readonly Step[]> {
  const recipes = new Map<string, readonly Step[]>();
  const marks = [...page.matchAll(/^<!-- recipe: ([\w-]+) -->$/gm)];
  for (const { 0: mark, 1: id = "", index } of marks) {
    if (recipes.has(id)) throw new Error(`Recipe ${id} is there twice.`);
    const after = page.slice(index + mark.length);
    const end = after.search(/^#{1,6} /m);
    const steps = numbered(end === -1 ? after : after.slice(0, end)).flatMap((text, at) => {
      const step = stepOf(text, `Recipe ${id}, step ${at + 1}`);
      return step === undefined ? [] : [step];
    });
    if (!steps.some(({ verb }) => verb === "Run")) throw new Error(`Recipe ${id} runs nothing.`);
    recipes.set(id, steps);
  }
  return recipes;
}

/** The texts of a numbered list, each with what is indented below it. */
function numbered(section: string): readonly string[] {
  return section
    .split(/^\d+\. /m)
    .slice(1)
    .map((text) => text.replace(/^ {3}/gm, ""));
}

function stepOf(text: string, where: string): Step | undefined {
  const [, verb] = /^(Write|Change|Run)\b/.exec(text) ?? [];
  const [block, more, ...rest] = fencesIn(text);
  if (block === undefined) {
    if (verb === undefined) return undefined;
    throw new Error(`${where} says ${verb}, and has no block that says what.`);
  }
  const wanted = verb === "Change" || verb === "Run" ? BLOCK[verb] : undefined;
  if (verb === undefined || (wanted !== undefined && block.language !== wanted)) {
    throw new Error(
      `${where} has to begin with Write, Change (and a block of diff) or Run (and one of sh): ${text.split("\n")[0]}`,
    );
  }
  if (rest.length > 0 || (more !== undefined && (verb !== "Run" || more.language !== "text"))) {
    throw new Error(`${where} has more blocks than it can take.`);
  }
  if (verb === "Run") {
    return { verb, commands: block.text, prints: more?.text.split("\n").filter((line) => line !== "") ?? [] };
  }
  const [, path] = /^\w+ `([^`]+)`/.exec(text) ?? [];
  if (path === undefined) throw new Error(`${where} has to name its file after ${verb}.`);
  return verb === "Write" ? { verb, path, text: block.text } : { verb: "Change", path, diff: block.text };
}

function fencesIn(text: string): readonly Fence[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = "", inner = ""]) => ({
    language,
    text: inner,
  }));
}
