import type { ClusterReader } from "./cluster-reader";
import type { Expectation } from "./expectation";

/** What a check says of one thing. */
export interface Judgement {
  /** What was looked at: `all`, or the name of one thing. */
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
  /**
   * - `as expected`
   * - `finding`: somebody has to look; the command exits with 1
   * - `not checked`: there is nothing to look at in this cluster; `found` says why
   */
  readonly verdict: "as expected" | "finding" | "not checked";
}

/** One part of the morning check. */
export interface Check<Reading> {
  /** What the table calls it. */
  readonly name: string;
  /** Gets from the cluster what is needed, and judges nothing. */
  read(cluster: ClusterReader, expectation: Expectation): Promise<Reading>;
  /** Judges what was read; asks nobody and nothing. At least one judgement: silence would pass for health. */
  judge(reading: Reading, expectation: Expectation): readonly Judgement[];
}

/** Something that isn't as it should be. */
export type Deviation = Pick<Judgement, "subject" | "expected" | "found">;

/** A row for each deviation, or the one that says that there is none. */
export function deviationsOr(asExpected: Deviation, deviations: readonly Deviation[]): readonly Judgement[] {
  if (deviations.length === 0) return [{ ...asExpected, verdict: "as expected" }];
  return deviations.map((deviation) => ({ ...deviation, verdict: "finding" }));
}
