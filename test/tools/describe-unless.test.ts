import { verdictOn } from "./describe-unless";

test.each([
  ["nothing", undefined, false, "run"],
  ["nothing, in CI", undefined, true, "run"],
  ["a tool", "there is no Go on the PATH", false, "skip"],
  ["a tool, in CI", "there is no Go on the PATH", true, "fail"],
] as const)("tests for which %s is missing", (_, missing, inCi, verdict) => {
  expect(verdictOn(missing, inCi)).toBe(verdict);
});
