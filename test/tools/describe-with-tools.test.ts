import { toolVerdict } from "./describe-with-tools";

test.each([
  ["built, with Go", true, true, false, "run"],
  ["built, without Go, in CI", true, false, true, "run"],
  ["not built yet, in CI", false, true, true, "run"],
  ["neither built nor Go", false, false, false, "skip"],
  ["neither built nor Go, in CI", false, false, true, "fail"],
] as const)("tools that are %s", (_, built, hasGo, inCi, verdict) => {
  expect(toolVerdict(built, hasGo, inCi)).toBe(verdict);
});
