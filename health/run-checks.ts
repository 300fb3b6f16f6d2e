import type { Judgement } from "./check";
import type { AnyCheck } from "./checks/all";
import { type ClusterReader, ReadFailure } from "./cluster-reader";
import type { Expectation } from "./expectation";

/** A judgement with the check that it is of: a row of the table. */
export interface Row extends Judgement {
  readonly check: string;
}

/**
 * Runs checks beside each other, because most of their time is waiting; the rows are in the order of the checks. What a cluster refuses to tell is a finding: it wasn't
 * looked at.
 *
 * @param done told of each check that is through, for those who wait
 */
export async function runChecks(
  checks: readonly AnyCheck[],
  cluster: ClusterReader,
  expectation: Expectation,
  done: (check: string) => void = () => {},
): Promise<readonly Row[]> {
  const rows = checks.map(async (check) => {
    const judgements = await judgementsOf(check, cluster, expectation);
    done(check.name);
    return judgements.map((judgement) => ({ check: check.name, ...judgement }));
  });
  return (await Promise.all(rows)).flat();
}

async function judgementsOf(check: AnyCheck, cluster: ClusterReader, expectation: Expectation) {
  try {
    return await check.run(cluster, expectation);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    return [{ subject: "reading", expected: "an answer", found: error.message, verdict: "finding" } as const];
  }
}

/** Whether nothing was found. */
export function isHealthy(rows: readonly Row[]): boolean {
  return rows.every(({ verdict }) => verdict !== "finding");
}
