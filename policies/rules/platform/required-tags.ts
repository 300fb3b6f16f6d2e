import { problem } from "../../rule";
import { resourceSubject, subjectRule } from "../../subject-rule";
import { tagsOf, withoutValue } from "../../tags";
import { takesTags } from "../../untaggable-types";

/** Every resource of AWS has the stack's tags. */
export const requiredTags = subjectRule(
  {
    id: "required-tags",
    title: "Every resource of AWS that takes tags has those that the stack requires, each with a value",
    severity: "medium",
    enforcement: "mandatory",
    why: "Nobody finds out whose an untagged resource is, what it costs whom, and whether it may go.",
    remediation:
      "Leave the tags to the provider's defaultTags and set no tag of that name to something empty; a type that takes no tags belongs into policies/untaggable-types.ts.",
    link: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  },
  {
    appliesTo: ["resources of AWS that take tags"],
    candidates: (estate) =>
      estate.resources
        .filter(({ type, custom }) => custom && takesTags(type))
        .map((resource) => ({
          subject: resourceSubject(resource),
          check: () =>
            withoutValue(estate.settings.requiredTags, tagsOf(resource.inputs.tags)).map(({ tag, given }) =>
              problem(["tags", tag], `is ${given}; it needs a value`),
            ),
        })),
  },
);
