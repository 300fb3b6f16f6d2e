import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stackNameOf } from "../../config/load";
import { labOfStack } from "../../lab/lab-of-stack";
import { labPlatform } from "../charts/lab/lab-fixture";
import { prodPlatform } from "../infra/prod-platform";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lab-of-stack-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Stacks by their names: those that begin with `lab` have one. */
function stacks(...names: readonly string[]) {
  for (const name of names) writeFileSync(join(root, `Pulumi.${name}.yaml`), "");
  return (stack?: string) =>
    labOfStack(root, stack, (path) => {
      const name = stackNameOf(path);
      return { ...(name.startsWith("lab") ? labPlatform() : prodPlatform()), stack: name };
    });
}

test("is that of the only stack that has one, or of the one that is named", () => {
  expect(stacks("lab-a", "shop")().stack).toBe("lab-a");
  expect(stacks("lab-a", "lab-b")("lab-b").stack).toBe("lab-b");
});

test.each([
  [["shop"], undefined, /^No stack has a lab\. A lab is what .* describe\. There are: shop\.$/],
  [["lab-a", "shop"], "shop", /^Stack shop has no lab\. /],
  [["lab-a", "lab-b"], undefined, /^More than one stack has a lab: lab-a, lab-b\. Name one with --stack NAME\.$/],
  [["lab-a"], "lap", /^There is no stack "lap"\. There are: lab-a\. Choose one with --stack NAME\.$/],
] as const)("of %j, with %s named, is refused", (names, named, message) => {
  expect(() => stacks(...names)(named)).toThrow(message);
});
