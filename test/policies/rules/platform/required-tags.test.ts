import { requiredTags } from "../../../../policies/rules/platform/required-tags";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const KEY = "aws:kms/key:Key";
const GROUP = "aws:autoscaling/group:Group";
const TAGS = { stack: "trial", team: "platform" };

describeRule(requiredTags, {
  settings: { requiredTags: ["stack", "team"] },
  good: () => ({
    resources: [
      resource(KEY, "data", { tags: { ...TAGS, Name: "data" } }),
      resource(GROUP, "nodes", { tags: Object.entries(TAGS).map(([key, value]) => ({ key, value })) }),
    ],
  }),
  holds: [
    [
      "types without tags, and what isn't of AWS",
      (things) =>
        things.resources.push(
          resource("aws:kms/alias:Alias", "data", { name: "alias/data" }) as never,
          resource("kubernetes:core/v1:Namespace", "a", {}) as never,
        ),
    ],
  ],
  breaks: [
    [
      "a tag that is missing",
      (things) => delete inputsIn(things).tags.team,
      [`${KEY} data: tags.team: is missing; it needs a value`],
    ],
    [
      "a tag without a value",
      (things) => Object.assign(inputsIn(things).tags, { team: " " }),
      [`${KEY} data: tags.team: is empty; it needs a value`],
    ],
    [
      "no tags at all, of a type that nobody has used yet",
      (things) => things.resources.push(resource("aws:sns/topic:Topic", "news", {}) as never),
      ["stack", "team"].map((tag) => `aws:sns/topic:Topic news: tags.${tag}: is missing; it needs a value`),
    ],
    [
      "a tag that is missing from a list of tags",
      (things) => inputsIn(things, "nodes").tags.pop(),
      [`${GROUP} nodes: tags.team: is missing; it needs a value`],
    ],
  ],
  unreadable: [
    [
      "a value that is known later",
      (things) => Object.assign(inputsIn(things).tags, { team: "[unknown]" }),
      [`${KEY} data: tags.team is unknown before it is created`],
    ],
  ],
});
