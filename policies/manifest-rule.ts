import type { CheckName } from "../charts/checks/all";
import { CHECKS } from "../charts/checks/all";
import { pathText, referenceText } from "../charts/kube-object";
import type { Judgement, Rule } from "./rule";

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
    appliesTo: ["Kubernetes objects"],
    judge: ({ objects, platform }) => {
      const found = find({ objects, platform });
      if (found.length === 0) return [{ subject: { text: "all objects" }, outcome: "pass" }];
      return found.map(
        ({ object, path, message }): Judgement => ({
          subject: { text: referenceText(object) },
          outcome: "violation",
          path: pathText(path),
          message,
        }),
      );
    },
  };
}
