import type { helm } from "@pulumi/kubernetes";
import { assignmentIn, credentialIn, isWrittenOut, namesChartCredential } from "../../credentials/credential-text";
import { leavesOf } from "../../readable-texts";
import { problem, resourceRule } from "../../rule";

/** Charts are told which Secret to use, and not what is in it. No message shows a value. */
export const releaseSecrets = resourceRule<helm.v3.ReleaseArgs>(
  {
    id: "release-secrets",
    title: "Values of Helm releases hold no credential",
    severity: "critical",
    enforcement: "mandatory",
    why: "Helm keeps the values of every release in the cluster, and Pulumi in its state: the credential stays there after it was changed.",
    remediation: "Name an existing Secret in the chart's values (existingSecret and the like).",
    link: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
  },
  {
    types: ["kubernetes:helm.sh/v3:Release"],
    check: ({ inputs }) =>
      leavesOf(inputs.values, ["values"]).flatMap((leaf) => {
        const key = String(leaf.path.at(-1));
        const named = namesChartCredential(key);
        if ("unreadable" in leaf) {
          if (named) throw leaf.unreadable;
          return [];
        }
        const value = String(leaf.value);
        const looks = credentialIn(value);
        if (looks !== undefined) return [problem(leaf.path, `holds ${looks}; it has to come from a Secret`)];
        if (named)
          return isWrittenOut(value) ? [problem(leaf.path, "is written out; it has to come from a Secret")] : [];
        const assignment = assignmentIn(value);
        return assignment === undefined
          ? []
          : [problem(leaf.path, `writes ${assignment.name} out in line ${assignment.line}`)];
      }),
  },
);
