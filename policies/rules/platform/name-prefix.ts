import { namedResources } from "../../physical-names";
import { problem } from "../../rule";
import { resourceSubject, subjectRule } from "../../subject-rule";

/** Names say whose they are, where stacks and teams share one list of them. */
export const namePrefix = subjectRule(
  {
    id: "name-prefix",
    title: "Names that are unique in the account or in the world begin as the stack's names may",
    severity: "low",
    enforcement: "mandatory",
    why: "Two stacks in one account would want the same name, and whoever reads a list of roles can't tell whose one is.",
    remediation: "Give the resource a name that begins with one of vantage:policies.namePrefixes.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
  },
  {
    appliesTo: ["resources with a name that is unique in the account or in the world"],
    candidates: (estate) =>
      namedResources(estate)
        .filter(({ kind }) => kind.uniqueIn !== "its parent")
        .map(({ resource, kind: { input, uniqueIn, stem = (name) => name }, name }) => ({
          subject: resourceSubject(resource),
          check: () => {
            const given = name();
            const { namePrefixes } = estate.settings;
            if (given === undefined || namePrefixes.some((prefix) => stem(given).startsWith(prefix))) return [];
            const message = `is ${given}, a name in ${uniqueIn}; it has to begin with ${namePrefixes.join(", ")}`;
            return [problem(input, message)];
          },
        })),
  },
);
