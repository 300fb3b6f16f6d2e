/** What becomes of tests that need something which a machine may lack. */
export type Verdict = "run" | "skip" | "fail";

/** Tests run where nothing is missing; elsewhere they are skipped by name, and are a failure in CI. */
export function verdictOn(missing: string | undefined, inCi: boolean): Verdict {
  if (missing === undefined) return "run";
  return inCi ? "fail" : "skip";
}

/** `describe`, unless something is missing; then it says what, and why the tests need it. */
export function describeUnless(missing: string | undefined, name: string, tests: () => void): void {
  const verdict = verdictOn(missing, process.env.CI === "true");
  if (verdict === "run") {
    describe(name, tests);
    return;
  }
  if (verdict === "fail") {
    test(name, () => {
      throw new Error(`It can't run: ${missing}.`);
    });
    return;
  }
  // Jest only counts what it skips.
  process.stderr.write(`Skipped: ${name} (${missing})\n`);
  // biome-ignore lint/suspicious/noSkippedTests: named above, and a failure in CI
  describe.skip(name, tests);
}
