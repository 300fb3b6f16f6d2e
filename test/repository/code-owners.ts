/** A line of CODEOWNERS. */
interface Line {
  readonly pattern: string;
  readonly owners: readonly string[];
}

/** The teams that a text names, once each, in alphabetical order. */
export function teamsIn(text: string): readonly string[] {
  return [...new Set(text.match(/@[\w-]+\/[\w-]+/g) ?? [])].sort();
}

/**
 * What is wrong with a file CODEOWNERS. Of its patterns those are known that say what they mean at a glance: `*` for everything, a folder from the root (`/charts/`), a
 * file from the root, with `*` for a part of its name.
 *
 * @param files paths of all files, from the root
 */
export function ownerProblems(text: string, files: readonly string[]): readonly string[] {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "")
    .map((line): Line => {
      const [pattern = "", ...owners] = line.split(/\s+/);
      return { pattern, owners };
    });
  const [first, ...rest] = lines;
  return [
    ...(first?.pattern === "*" ? [] : ["the first line has to be that of *, so that nothing is without an owner"]),
    ...lines.flatMap((line) => lineProblems(line, files)),
    ...rest.flatMap(({ pattern }, index) =>
      rest.slice(index + 1).some((later) => later.pattern === "*" || covers(later.pattern, pattern))
        ? [`${pattern} counts for nothing: a later line takes all of it`]
        : [],
    ),
  ];
}

function lineProblems({ pattern, owners }: Line, files: readonly string[]): readonly string[] {
  const strangers = owners.filter((owner) => !/^@[\w-]+\/[\w-]+$/.test(owner));
  return [
    ...(owners.length === 0 ? [`${pattern} has no owner`] : []),
    ...strangers.map((owner) => `${pattern}: ${owner} is no team; people come and go`),
    ...(files.some((file) => fits(pattern, file)) ? [] : [`${pattern} fits nothing`]),
  ];
}

function fits(pattern: string, file: string): boolean {
  if (pattern === "*") return true;
  if (!pattern.startsWith("/")) return false;
  if (pattern.endsWith("/")) return `/${file}`.startsWith(pattern);
  const parts = pattern.split("*").map((part) => part.replace(/[.+^$()[\]{}|\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`).test(`/${file}`);
}

/** Whether everything that fits one pattern fits another. */
function covers(wide: string, narrow: string): boolean {
  return wide === narrow || (wide.endsWith("/") && narrow.startsWith(wide));
}
