import { Unreadable } from "./resource";

type Path = readonly (string | number)[];

/** A text or number somewhere in a resource's input, or why it can't be read. */
export type Leaf = { readonly path: Path } & (
  | { readonly value: string | number | boolean }
  | { readonly unreadable: Unreadable }
);

/** Every text, number and switch below an input. One that is unknown or secret doesn't keep the others from being read: who looks at a leaf decides whether it matters. */
export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return [{ path, value }];
  if (typeof value !== "object" || value === null) return [];
  const list = Array.isArray(value);
  return Object.keys(value).flatMap((key): readonly Leaf[] => {
    const at = [...path, list ? Number(key) : key];
    try {
      return leavesOf((value as Readonly<Record<string, unknown>>)[key], at);
    } catch (error) {
      if (error instanceof Unreadable) return [{ path: at, unreadable: error }];
      throw error;
    }
  });
}
