import type { Verdict } from "../../policies/evaluate";
import { whatIsWrong } from "../../policies/report";
import type { Evidence } from "../control";
import { named, type Piece } from "./shown";

/**
 * What a rule shows of a stack. It has to have judged something and passed all of it: a rule that applies to nothing, that is violated (be it only advice), that somebody is exempt from or
 * that came to a value which only the cloud will tell shows nothing. What the table accepts by name is left aside.
 *
 * @param verdicts of all rules
 */
export function rulePiece(id: string, verdicts: readonly Verdict[], accepts: Evidence["accepts"]): Piece {
  const own = verdicts.filter(({ rule }) => rule.id === id);
  const of = (outcome: Verdict["outcome"]) => [
    ...new Set(own.filter((verdict) => verdict.outcome === outcome).map(({ subject }) => subject.text)),
  ];
  const missing = (message: string): Piece => ({ outcome: "missing", message });
  if (own.length === 0) return missing("judged nothing of this stack");
  const violation = own.find((verdict) => verdict.outcome === "violation");
  if (violation?.outcome === "violation") {
    return missing(`violated by ${named(of("violation"))}: ${whatIsWrong(violation)}`);
  }
  const unevaluated = of("not evaluated");
  if (unevaluated.length > 0) return missing(`could not be judged before an update: ${named(unevaluated)}`);
  const accepted = accepts.filter(({ rule }) => rule === id).map(({ object }) => object);
  const exempt = of("exempt");
  const unaccepted = exempt.filter((subject) => !accepted.includes(subject));
  if (unaccepted.length > 0) return missing(`exempt is ${named(unaccepted)}`);
  const needless = accepted.filter((object) => !exempt.includes(object));
  if (needless.length > 0) return missing(`an exemption is accepted that there isn't: ${named(needless)}`);
  const passed = of("pass").filter((subject) => !exempt.includes(subject));
  if (passed.length === 0) return missing(`nothing passes it but what is exempt: ${named(exempt)}`);
  const says = [`passed by ${passed.length}`, ...(exempt.length === 0 ? [] : [`accepted exemptions ${exempt.length}`])];
  return { outcome: "shown", subjects: passed, says: says.join(", ") };
}
