import { parse } from "yaml";

/**
 * The language in which a fact says where its value is. A selector is steps divided by ` | `, each of which takes what the one before gave:
 *
 *     spec.template.spec.containers[name=manager].image    keys, list members by position or by one of their fields
 *     acls[resource.name=orders].operations                members by a field of a field
 *     metadata.labels["app.kubernetes.io/name"]            a key that holds dots or slashes
 *     spec.listeners[*].port                               of every member that has it: a list
 *     yaml, json, base64                                   reads a text as that
 *     line maxmemory                                       of a text of `key value` lines, the value of the first line with that key
 *     match /-Xmx(\S+)/                                    of a text, the first group of a regular expression
 *     count, keys, sorted, unique                          of a list, or of a mapping
 *     absent                                               true, where nothing is
 */
export type Selector = readonly Step[];

/** One step: what it reads out of what it is given; undefined when that isn't there. */
interface Step {
  readonly text: string;
  readonly read: (value: unknown) => unknown;
}

/** A selector that can't be read. */
export class SelectorError extends Error {
  override readonly name = "SelectorError";
}

/**
 * Reads a selector.
 *
 * @throws {SelectorError} that names the step
 */
export function parseSelector(text: string): Selector {
  return text.split(" | ").map((step) => ({ text: step, read: readerOf(step.trim()) }));
}

/** What a selector finds; undefined when there is nothing at its end. */
export function select(value: unknown, selector: Selector): unknown {
  return selector.reduce<unknown>((found, { text, read }) => {
    if (text.trim() === ABSENT) return found === undefined ? true : undefined;
    return found === undefined ? undefined : read(found);
  }, value);
}

/** The step that asks for nothing: it finds `true` where the steps before it found nothing. */
const ABSENT = "absent";

const WORDS: Readonly<Record<string, (value: unknown) => unknown>> = {
  yaml: (value) => (typeof value === "string" ? parse(value, { version: "1.1" }) : undefined),
  json: (value) => (typeof value === "string" ? JSON.parse(value) : undefined),
  base64: (value) => (typeof value === "string" ? Buffer.from(value, "base64").toString("utf8") : undefined),
  count: (value) => membersOf(value)?.length,
  keys: (value) => (isMapping(value) ? Object.keys(value) : undefined),
  sorted: (value) => (Array.isArray(value) ? [...value].sort(compare) : undefined),
  unique: (value) => (Array.isArray(value) ? [...new Set(value)] : undefined),
};

function readerOf(step: string): Step["read"] {
  const word = WORDS[step];
  if (word !== undefined) return word;
  const key = /^line (\S+)$/.exec(step)?.[1];
  if (key !== undefined) return (value) => lineOf(value, key);
  const pattern = /^match \/(.+)\/$/.exec(step)?.[1];
  if (pattern !== undefined) {
    const expression = new RegExp(pattern, "m");
    return (value) => (typeof value === "string" ? expression.exec(value)?.[1] : undefined);
  }
  return pathReader(step);
}

/** One part of a path: a key, a position, a member with a field of some value, or all members. */
const PART = /^\.?(?:([A-Za-z_$][\w-]*)|\["([^"]+)"\]|\[(\d+)\]|\[([\w.-]+)=([^\]]*)\]|(\[\*\]))/;

function pathReader(path: string): Step["read"] {
  const reads: ((value: unknown) => unknown)[] = [];
  let rest = path;
  while (rest !== "") {
    const part = PART.exec(rest);
    if (part === null) throw new SelectorError(`"${rest}" of "${path}" is no key, position or member`);
    const [whole, key, quoted, position, field, wanted] = part;
    rest = rest.slice(whole.length);
    if (part[6] !== undefined) {
      const each = rest === "" ? undefined : pathReader(rest.replace(/^\./, ""));
      reads.push((value) => (each === undefined ? membersOf(value) : foundIn(membersOf(value) ?? [], each)));
      break;
    }
    reads.push(partReader(key ?? quoted, position, field, wanted));
  }
  return (value) => reads.reduce<unknown>((found, read) => (found === undefined ? undefined : read(found)), value);
}

function partReader(key?: string, position?: string, field?: string, wanted?: string): Step["read"] {
  if (key !== undefined) return (value) => (isMapping(value) ? value[key] : undefined);
  if (position !== undefined) return (value) => (Array.isArray(value) ? value[Number(position)] : undefined);
  const fieldOf = pathReader(field ?? "");
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    return value.find((member) => fieldOf(member) !== undefined && String(fieldOf(member)) === wanted);
  };
}

/** What is found in the members that have it; nothing where none has. */
function foundIn(members: readonly unknown[], read: Step["read"]): readonly unknown[] | undefined {
  const found = members.map(read).filter((one) => one !== undefined);
  return found.length === 0 ? undefined : found;
}

function lineOf(value: unknown, key: string): string | undefined {
  if (typeof value !== "string") return undefined;
  const line = value.split("\n").find((one) => one.trim().split(/\s+/)[0] === key);
  return line?.trim().slice(key.length).trim();
}

function membersOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return isMapping(value) ? Object.values(value) : undefined;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function compare(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : 1;
}
