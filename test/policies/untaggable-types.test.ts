import { readFileSync } from "node:fs";
import { UNTAGGABLE_TYPES } from "../../policies/untaggable-types";

/** What a type's class takes, as @pulumi/aws declares it. */
function argumentsOf(type: string): readonly string[] {
  const [, place] = type.split(":");
  const declaration = readFileSync(require.resolve(`@pulumi/aws/${place}.d.ts`), "utf8");
  const [, body = ""] = /export interface \w+Args \{([\s\S]*?)\n\}/.exec(declaration) ?? [];
  return [...body.matchAll(/^ {4}(\w+)\??:/gm)].map(([, name = ""]) => name);
}

test.each([...UNTAGGABLE_TYPES])("%s takes no tags", (type) => {
  const names = argumentsOf(type);
  expect(names.length).toBeGreaterThan(0);
  expect(names).not.toContain("tags");
});

test("a type that takes tags would be told from these", () => {
  expect(argumentsOf("aws:kms/key:Key")).toContain("tags");
});
