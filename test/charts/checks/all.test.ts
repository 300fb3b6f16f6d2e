import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "../../../charts/checks/all";

/** Tests of checks, by their path below `test/charts`. */
const tests = readdirSync(join(__dirname, ".."), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => ({ path, text: readFileSync(join(__dirname, "..", path), "utf8") }));

/** Whether a test file holds a check's cases, with at least one in which it objects: the reporter counts these. */
function breaks(check: string): boolean {
  return tests.some(
    ({ path, text }) =>
      (path === `checks/${check}.test.ts` || text.includes(`describe("check ${check}"`)) && /["`]finds /.test(text),
  );
}

test.each(Object.keys(CHECKS))("%s has a case that it finds", (check) => {
  expect(breaks(check)).toBe(true);
});

test("a check without one is seen", () => {
  expect(breaks("no-such-check")).toBe(false);
});

test.each(Object.entries(CHECKS))("%s says why and where from", (_, { why, source }) => {
  expect([why.length > 20, source.length > 10]).toEqual([true, true]);
});
