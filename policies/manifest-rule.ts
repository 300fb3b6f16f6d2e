import { CHECKS, type CheckName } from "../charts/checks/all";
import { pathText, referenceOf, referenceText } from "../charts/kube-object";
import { oncePerEstate } from "./once";
import { noteReading } from "./read-objects";
import type { Judgement, Rule } from "./rule";

/** All checks look at the same objects, so that what one has read of them needn't be read again. */
const objectsOf = oncePerEstate(({ objects }) => noteReading(objects));

/** The rule of a semantic check: what keeps `npm run synth` from writing also stops a preview, and an update. */
export function manifestRule(id: CheckName): Rule {
  const { title, severity, why, remediation, link, find } = CHECKS[id];
  return {
    id,
    title,
    severity,
    enforcement: "mandatory",
    why,
    remediation,
    link,
    appliesTo: ["Kubernetes objects that it looks into"],
    judge: (estate) => {
      const { objects, during } = objectsOf(estate);
      const { result: found, read } = during(() => find({ objects, platform: estate.platform }));
      const wrong = new Set(found.map(({ object }) => referenceText(object)));
      const right = read.map((object) => referenceText(referenceOf(object))).filter((text) => !wrong.has(text));
      return [
        ...found.map(
          ({ object, path, message }): Judgement => ({
            subject: { text: referenceText(object) },
            outcome: "violation",
            path: pathText(path),
            message,
          }),
        ),
        ...right.map((text): Judgement => ({ subject: { text }, outcome: "pass" })),
      ];
    },
  };
}
