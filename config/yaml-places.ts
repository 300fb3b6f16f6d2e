import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from "yaml";

/** A place in a text file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a value of a document stands: its own beginning, and that of the key it has. */
export interface ValuePlace {
  readonly key: Place;
  readonly value: Place;
}

/** Keys and list positions from the root of a document. */
export type YamlPath = readonly (string | number)[];

/** A YAML text, parsed, with the place of everything in it. */
export interface LocatedYaml {
  /** The document as plain values; undefined when the text is not YAML, or an alias of it stands for nothing. */
  readonly content: unknown;
  /** Where a value stands; the nearest parent's place, by its key, for what doesn't exist. */
  readonly locate: (path: YamlPath, on?: "key") => Place;
  /** Keys that a mapping has twice, each by the path of its later occurrence. */
  readonly repeated: readonly { readonly path: YamlPath; readonly place: Place; readonly first: Place }[];
  /** Aliases of anchors that don't stand before them, or that hold them. */
  readonly unresolved: readonly { readonly alias: string; readonly path: YamlPath; readonly place: Place }[];
  /** What the parser could not read, in no particular order; one mistake can cause many of these. */
  readonly errors: readonly { readonly message: string; readonly place: Place }[];
}

const START: Place = { line: 1, column: 1 };

/** Parses a YAML 1.2 text and keeps the places. Nothing is thrown. */
export function parseLocatedYaml(text: string): LocatedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, merge: true });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const errors = document.errors.map(({ message, pos }) => ({ message, place: place(pos[0]) }));
  const { places, repeated, unresolved } = walk(document, place);
  let content: unknown;
  if (errors.length === 0 && unresolved.length === 0) {
    try {
      content = document.toJS();
    } catch (error) {
      const { range } = culprit(document.contents, document) ?? {};
      errors.push({ message: (error as Error).message, place: range ? place(range[0]) : START });
    }
  }
  return {
    content,
    locate: (path, on) => locate(places, path, on),
    repeated,
    unresolved,
    errors,
  };
}

/** The innermost node that has no plain value: a merge key (`<<`) of something else than mappings, a key that is an unresolved alias. */
function culprit(node: unknown, document: Document.Parsed): Node | undefined {
  if (!isNode(node) || hasValue(node, document)) {
    return undefined;
  }
  const children = isMap(node) || isSeq(node) ? node.items : [];
  for (const child of children.flatMap((item) => (isPair(item) ? [item.key, item.value] : [item]))) {
    const inner = culprit(child, document);
    if (inner !== undefined) {
      return inner;
    }
  }
  return node;
}

function hasValue(node: Node, document: Document.Parsed): boolean {
  try {
    node.toJS(document);
    return true;
  } catch {
    return false;
  }
}

type Places = Map<string, ValuePlace>;

function walk(document: Document.Parsed, place: (offset: number) => Place) {
  const places: Places = new Map();
  const repeated: { path: YamlPath; place: Place; first: Place }[] = [];
  const unresolved: { alias: string; path: YamlPath; place: Place }[] = [];

  /** The mappings and lists around the present node; an alias of one of them would never end. */
  const open = new Set<unknown>();

  const enter = (path: YamlPath, key: Node | undefined, value: unknown) => {
    const keyPlace = key?.range ? place(key.range[0]) : undefined;
    // A mapping or list begins on the line after its key; readers look for the key.
    const own = isScalar(value) && value.range ? place(value.range[0]) : undefined;
    const start = isNode(value) && value.range ? place(value.range[0]) : START;
    const id = JSON.stringify(path);
    const earlier = places.get(id);
    if (earlier !== undefined && keyPlace !== undefined) {
      repeated.push({ path, place: keyPlace, first: earlier.key });
    }
    places.set(id, { key: keyPlace ?? start, value: own ?? keyPlace ?? start });
    const target = isAlias(value) ? value.resolve(document) : undefined;
    if (isAlias(value) && (target === undefined || open.has(target))) {
      unresolved.push({ alias: value.source, path, place: start });
    }
    open.add(value);
    descend(path, value);
    open.delete(value);
  };
  const descend = (path: YamlPath, node: unknown) => {
    if (isMap(node)) {
      for (const { key, value } of node.items as Pair<Node, unknown>[]) {
        enter([...path, isScalar(key) ? String(key.value) : String(key)], key, value);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        enter([...path, index], undefined, item);
      });
    }
  };
  descend([], document.contents);
  return { places, repeated, unresolved };
}

function locate(places: Places, path: YamlPath, on: "key" | undefined): Place {
  const exact = places.get(JSON.stringify(path));
  if (exact !== undefined) {
    return on === "key" ? exact.key : exact.value;
  }
  return path.length === 0 ? START : locate(places, path.slice(0, -1), "key");
}
