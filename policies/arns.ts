/** The parts of an ARN that say where something is. */
export interface Arn {
  /** The whole of it. */
  readonly text: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** `arn:partition:service:region:account:resource`, anywhere in a text. Source: IAM user guide, "Identify AWS resources with ARNs". */
const ARN = /\barn:([^\s:"'\\]+):[^\s:"'\\]*:([^\s:"'\\]*):([^\s:"'\\]*):[^\s"'\\]*/g;

/** All ARNs in a text. */
export function arnsIn(text: string): readonly Arn[] {
  return [...text.matchAll(ARN)].map(([whole, partition = "", region = "", account = ""]) => ({
    text: whole,
    partition,
    region,
    account,
  }));
}
