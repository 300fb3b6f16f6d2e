import { namedResources } from "../../physical-names";
import { problem } from "../../rule";
import { resourceSubject, subjectRule } from "../../subject-rule";

/** Names are no longer than their service takes, which it says only when the resource is made. */
export const nameLength = subjectRule(
  {
    id: "name-length",
    title: "Names are no longer than their service allows",
    severity: "medium",
    enforcement: "mandatory",
    why: "The service refuses the resource in the middle of an update, when half of the stack is there.",
    remediation: "Shorten the name, or what it is made of: most begin with the cluster's name.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  },
  {
    appliesTo: ["resources of AWS with a name"],
    candidates: (estate) =>
      namedResources(estate).map(({ resource, kind: { input, longest }, name }) => ({
        subject: resourceSubject(resource),
        check: () => {
          const given = name();
          if (given === undefined || given.length <= longest) return [];
          return [problem(input, `${given} has ${given.length} characters; ${longest} are allowed`)];
        },
      })),
  },
);
