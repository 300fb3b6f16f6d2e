import { posix } from "node:path";

/** Extensions by which a name without a folder is taken for a file's. */
const FILE_NAME = /^[\w.<>-]*\.(cjs|js|json|md|mod|sum|toml|ts|yaml|yml)$/;

/** Folders whose content is made, not committed. */
const MADE = /^(build|node_modules|\.sandbox)(\/|$)/;

/** A path or name that a page gives its reader. `<stack>` and the like stand for a part of it. */
interface Named {
  readonly text: string;
  /** Whether it goes from the root; a name without a folder may lie anywhere. */
  readonly anywhere: boolean;
}

/**
 * Paths that a Markdown page names and that don't exist: in links, in `code` within a line, and in the titles of a recipe's steps. Blocks of code are not looked at.
 *
 * @param page path of the page, from the root, from which its links go
 * @param files paths of all files, from the root
 */
export function missingPaths(markdown: string, page: string, files: readonly string[]): readonly string[] {
  const prose = markdown.replace(/^ *```[\s\S]*?^ *```$/gm, "");
  const folders = new Set(files.flatMap(foldersOf));
  const all = [...files, ...folders];
  const exists = ({ text, anywhere }: Named) => {
    const wanted = pattern(text.replace(/\/$/, ""));
    const whole = new RegExp(anywhere ? `(^|/)${wanted}$` : `^${wanted}$`);
    return (text.endsWith("/") ? [...folders] : all).some((path) => whole.test(path));
  };
  return [
    ...new Set([...codes(prose), ...links(prose, page)].filter((named) => !exists(named)).map(({ text }) => text)),
  ];
}

function codes(prose: string): readonly Named[] {
  return [...prose.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = ""]) => code)
    .filter((code) => !MADE.test(code))
    .flatMap((text): Named[] => {
      if (/^[\w.<>-]+(\/[\w.<>-]+)+\/?$/.test(text)) return [{ text, anywhere: false }];
      // `.engine.test.ts` is the end of a name.
      if (FILE_NAME.test(text)) return [{ text: text.replace(/^\./, "<any>."), anywhere: true }];
      return /^[\w.<>-]+\/$/.test(text) ? [{ text, anywhere: true }] : [];
    });
}

function links(prose: string, page: string): readonly Named[] {
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target.replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^\w+:/.test(target))
    .map((target) => ({ text: posix.join(posix.dirname(page), target), anywhere: false }));
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** A path as a regular expression, with anything where a part of it is left open. */
function pattern(path: string): string {
  return path.replace(/[.+^$()[\]{}|\\]/g, "\\$&").replace(/<[\w-]+>/g, "[^/]+");
}
