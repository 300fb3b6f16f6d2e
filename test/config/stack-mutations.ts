import { z } from "zod";
import { type ConfigPath, showPath } from "../../config/config-path";
import { knownKeys, schemaAt } from "../../config/field-help";
import { type StackInput, stackSchema } from "../../config/stack-schema";

/** One way to break a stack file that is right. */
export interface Mutation {
  /** What was done, for the name of the test. */
  readonly name: string;
  /** Path that has to be among the reported problems. */
  readonly path: string;
  readonly apply: (input: StackInput) => void;
}

type Container = Record<string | number, unknown>;

/** Every mutation that the schema lets one derive, in the order of the file: the same list for the same file. */
export function schemaMutations(good: StackInput): Mutation[] {
  return walk(good, []);
}

function walk(value: unknown, path: ConfigPath): Mutation[] {
  const own = path.length === 0 ? [] : [wrongType(value, path), ...outOfRange(path), ...badText(value, path)];
  if (typeof value !== "object" || value === null) {
    return own;
  }
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    ...own,
    ...keyMutations(value, path),
    ...keys.flatMap((key) => walk((value as Container)[key], [...path, key])),
  ];
}

/** A mapping where a value belongs, or a text where a mapping or list belongs. */
function wrongType(value: unknown, path: ConfigPath): Mutation {
  const wrong = typeof value === "object" ? "a text" : { unexpected: true };
  return {
    name: `${showPath(path)} of the wrong type`,
    path: showPath(path),
    apply: (input) => setAt(input, path, wrong),
  };
}

/** One beyond each end of a number's range. */
function outOfRange(path: ConfigPath): Mutation[] {
  const schema = schemaAt(stackSchema, path) as z.ZodNumber | undefined;
  const ends = [schema?.minValue, schema?.maxValue].flatMap((end, index) =>
    typeof end === "number" ? [end + (index === 0 ? -1 : 1)] : [],
  );
  return ends.map((end) => ({
    name: `${showPath(path)} = ${end}`,
    path: showPath(path),
    apply: (input) => setAt(input, path, end),
  }));
}

/** A text that no pattern, unit or list of values takes; free texts, which take every one, are left out. */
function badText(value: unknown, path: ConfigPath): Mutation[] {
  const bad = "10 parsecs*";
  const schema = schemaAt(stackSchema, path) as z.ZodType | undefined;
  if (typeof value !== "string" || schema === undefined || schema.safeParse(bad).success) {
    return [];
  }
  return [{ name: `${showPath(path)} = ${bad}`, path: showPath(path), apply: (input) => setAt(input, path, bad) }];
}

/** Keys misspelt, and required keys taken away, in mappings whose keys the schema lists. */
function keyMutations(value: object, path: ConfigPath): Mutation[] {
  const listed = knownKeys(schemaAt(stackSchema, path));
  return Object.keys(value)
    .filter((key) => listed.includes(key))
    .flatMap((key) => {
      const misspelt = [...path, `${key}z`];
      const here = [...path, key];
      // The add-ons are a mapping that may have each of the listed keys and needs none.
      const partial = schemaAt(stackSchema, path) instanceof z.ZodRecord;
      const optional = partial || (schemaAt(stackSchema, here) as z.ZodType).safeParse(undefined).success;
      const removal = { name: `${showPath(here)} removed`, path: showPath(here), apply: removeAt(here) };
      const rename: Mutation = {
        name: `${showPath(here)} misspelt`,
        path: showPath(misspelt),
        apply: (input) => {
          setAt(input, misspelt, (parentOf(input, here) as Container)[key]);
          removeAt(here)(input);
        },
      };
      return optional ? [rename] : [rename, removal];
    });
}

function parentOf(input: StackInput, path: ConfigPath): Container {
  return path.slice(0, -1).reduce<Container>((at, key) => at[key] as Container, input as unknown as Container);
}

/** Writes a value at a path of a stack file. */
export function setAt(input: StackInput, path: ConfigPath, value: unknown): void {
  parentOf(input, path)[path.at(-1) as string] = value;
}

function removeAt(path: ConfigPath): (input: StackInput) => void {
  return (input) => {
    delete parentOf(input, path)[path.at(-1) as string];
  };
}
