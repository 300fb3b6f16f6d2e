import { type Problem, problem } from "./rule";

/**
 * An input is there and can't be read: it is no JSON, no YAML, or not what gzip wrote. That is a violation of each rule that has to read it, and no reason to end the run of the others.
 */
export class MalformedInput extends Error {
  override readonly name = "MalformedInput";

  constructor(
    /** Path of the input, such as `redrivePolicy`, with its resource where that isn't the one at hand. */
    readonly path: string,
    /** What is wrong with it, without a subject: `is no JSON`. */
    readonly complaint: string,
  ) {
    super(`${path} ${complaint}`);
  }
}

/** What a check finds, or that it came to an input that can't be read. */
export function problemsOfMalformed<Found extends readonly Problem[] | undefined>(
  check: () => Found,
): Found | readonly Problem[] {
  try {
    return check();
  } catch (error) {
    if (error instanceof MalformedInput) return [problem(error.path, error.complaint)];
    throw error;
  }
}
