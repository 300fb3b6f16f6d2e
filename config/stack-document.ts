import type { ConfigSource } from "./check-stack";
import { type ConfigPath, showPath } from "./config-path";
import { nearest } from "./nearest";
import type { Problem } from "./problems";
import { showKind } from "./show-value";
import { CONFIG_NAMESPACE, SECTION_NAMES } from "./stack-schema";
import { type LocatedYaml, parseLocatedYaml, type YamlPath } from "./yaml-places";

/** Top-level keys that Pulumi knows in a stack file. Source: Pulumi documentation, "Stack settings file". */
export const STACK_FILE_KEYS = ["config", "secretsprovider", "encryptedkey", "encryptionsalt", "environment"] as const;

/** A stack file as text that can answer where a value stands. */
export interface StackDocument extends Required<ConfigSource> {
  /** Values by full key, such as `vantage:network`; undefined when there is no `config` block that could be read. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
}

const SECTION_KEYS = SECTION_NAMES.map((section) => `${CONFIG_NAMESPACE}:${section}`);

/** Reads the text of a stack file. Nothing is thrown: what is wrong with the text is among the `problems`. */
export function readStackDocument(name: string, text: string): StackDocument {
  const yaml = parseLocatedYaml(text);
  const { content } = yaml;
  return {
    name,
    locate: (path, on) => yaml.locate(inDocument(path), on),
    problems: [...syntaxProblems(yaml), ...shapeProblems(yaml)],
    config: isMapping(content) && isMapping(content.config) ? content.config : undefined,
  };
}

/** From a path of the configuration, or a full key of another namespace, to the same place in the document. */
function inDocument([section, ...rest]: ConfigPath): YamlPath {
  if (section === undefined) {
    return ["config"];
  }
  return ["config", String(section).includes(":") ? section : `${CONFIG_NAMESPACE}:${section}`, ...rest];
}

/** How many syntax errors of a file are reported: the first is the mistake, most of the others follow from it. */
const MOST_SYNTAX_ERRORS = 3;

function syntaxProblems({ errors, repeated, unresolved }: LocatedYaml): Problem[] {
  if (errors.length > 0) {
    // Whatever else seems wrong with a text that was not understood may be an effect of that.
    return leading(errors).map(({ message, place }) => ({
      path: "YAML",
      ...place,
      given: message,
      allowed: "a YAML 1.2 document",
      mend: "correct the text at this place; the values are looked at after that",
    }));
  }
  const dangling = unresolved.map(({ alias, path, place }) => ({
    path: showDocumentPath(path),
    ...place,
    given: `the alias *${alias}, which stands for nothing`,
    allowed: "the alias of an anchor whose value ends before it",
    mend: `mark an earlier value with &${alias}, or write the value itself; a text that begins with * needs quotes`,
  }));
  const twice = repeated.map(({ path, place, first }) => ({
    path: showDocumentPath(path),
    ...place,
    given: `the key ${path.at(-1)} again, after line ${first.line}`,
    allowed: "each key once in its mapping",
    mend: "keep one of the two",
  }));
  return [...dangling, ...twice];
}

/** The first error of each line, by line. */
function leading(errors: LocatedYaml["errors"]): LocatedYaml["errors"] {
  return [...errors]
    .sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column)
    .filter(({ place }, index, sorted) => place.line !== sorted[index - 1]?.place.line)
    .slice(0, MOST_SYNTAX_ERRORS);
}

function showDocumentPath([top, key, ...rest]: YamlPath): string {
  const prefix = `${CONFIG_NAMESPACE}:`;
  if (top === "config" && typeof key === "string" && key.startsWith(prefix)) {
    return showPath([key.slice(prefix.length), ...rest]);
  }
  return String(key ?? top);
}

function shapeProblems({ content, errors, unresolved, locate }: LocatedYaml): Problem[] {
  if (errors.length > 0 || unresolved.length > 0) {
    return [];
  }
  const known: readonly string[] = STACK_FILE_KEYS;
  const top = isMapping(content) ? content : {};
  const strays = Object.keys(top)
    .filter((key) => !known.includes(key))
    .map((key) => strayKey(key, known, locate([key], "key")));
  if (!isMapping(top.config)) {
    const given = isMapping(content) ? showKind(top.config) : showKind(content ?? undefined);
    return [...strays, { path: "config", ...locate(["config"]), given, ...SECTIONS_HELP }];
  }
  const bare = Object.keys(top.config).filter((key) => !key.includes(":"));
  return [...strays, ...bare.map((key) => strayKey(key, SECTION_KEYS, locate(["config", key], "key")))];
}

const SECTIONS_HELP = {
  allowed: `a mapping of ${SECTION_KEYS.join(", ")}`,
  mend: "write the sections of the stack under the key config",
};

function strayKey(key: string, known: readonly string[], place: { line: number; column: number }): Problem {
  const meant = known.find((candidate) => candidate.endsWith(`:${key}`)) ?? nearest(key, known);
  const mend = meant === undefined ? "remove it, or write one of these keys" : `did you mean ${meant}?`;
  return { path: key, ...place, given: `the unknown key ${key}`, allowed: known.join(", "), mend };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
