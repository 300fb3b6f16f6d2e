import { isMadeUp, namedResources } from "../../physical-names";
import { problem } from "../../rule";
import { resourceSubject, subjectRule } from "../../subject-rule";

/** What holds state has a name that somebody chose. */
export const statefulName = subjectRule(
  {
    id: "stateful-name",
    title: "Buckets, queues, log groups and clusters have names of their own, none that Pulumi made up",
    severity: "medium",
    enforcement: "mandatory",
    why: "A name that was made up is another one after every replacement: whoever was told the old one reads and writes where nothing is any more, and a restore has nowhere to go.",
    remediation: "Set the name explicitly, from configuration.",
    link: "https://www.pulumi.com/docs/iac/concepts/resources/names/",
  },
  {
    appliesTo: ["buckets, queues, log groups and clusters of AWS"],
    candidates: (estate) =>
      namedResources(estate)
        .filter(({ kind }) => kind.stateful === true)
        .map(({ resource, kind: { input }, name }) => ({
          subject: resourceSubject(resource),
          check: () => {
            const given = name();
            if (given === undefined) return [problem(input, "is not set; a name has to be chosen")];
            return isMadeUp(given, resource)
              ? [problem(input, `is ${given}, which Pulumi made up; a name has to be chosen`)]
              : [];
          },
        })),
  },
);
