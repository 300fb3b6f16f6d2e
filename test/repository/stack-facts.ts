/** What only a stack file may know, with the texts that tell it. */
export const STACK_FACTS: Readonly<Record<string, RegExp>> = {
  "a partition's ARN": /arn:aws(-us-gov|-cn)?:/,
  "a region":
    /\b(us|eu|ap|sa|ca|me|af|il|mx)-(gov-)?(north|south|east|west|central|northeast|southeast|northwest|southwest)-\d/,
  "an account": /(?<![\w.])\d{12}(?![\w.])/,
  "the stack's name": /["'`/.]prod["'`/.]/,
};

/** Which of them a text tells. */
export function stackFactsIn(text: string): string[] {
  return Object.entries(STACK_FACTS)
    .filter(([, pattern]) => pattern.test(text))
    .map(([what]) => what);
}
