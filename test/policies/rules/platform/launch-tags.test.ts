import { launchTags } from "../../../../policies/rules/platform/launch-tags";
import { inputsIn, resource, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const GROUP = "aws:autoscaling/group:Group";

const group = (name: string, propagateAtLaunch: unknown) =>
  resource(
    GROUP,
    name,
    { tags: [{ key: "team", value: "platform", propagateAtLaunch }] },
    { dependencies: [urnOf(TEMPLATE, "nodes")] },
  );

const withoutInstance: Parameters<typeof describeRule>[1]["breaks"][number][1] = (things) =>
  inputsIn(things).tagSpecifications.shift();

describeRule(launchTags, {
  settings: { requiredTags: ["team"] },
  good: () => ({
    resources: [
      resource(TEMPLATE, "nodes", {
        tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
          resourceType,
          tags: { team: "platform" },
        })),
      }),
    ],
  }),
  holds: [
    [
      "instances that get their tags from the group",
      (things) => {
        withoutInstance(things);
        things.resources.push(group("blue", "true") as never);
      },
    ],
  ],
  breaks: [
    [
      "no specification for volumes",
      (things) => inputsIn(things).tagSpecifications.splice(1, 1),
      [`${TEMPLATE} nodes: tagSpecifications: tag team of volume is missing; it needs a value`],
    ],
    [
      "an empty tag of interfaces",
      (things) => Object.assign(inputsIn(things).tagSpecifications[2].tags, { team: "" }),
      [`${TEMPLATE} nodes: tagSpecifications: tag team of network-interface is empty; it needs a value`],
    ],
    [
      "instances whose group keeps the tag to itself",
      (things) => {
        withoutInstance(things);
        things.resources.push(group("blue", false) as never);
      },
      [`${TEMPLATE} nodes: tagSpecifications: tag team of instance is missing; it needs a value`],
    ],
    [
      "instances of two groups, one of which keeps the tag to itself",
      (things) => {
        withoutInstance(things);
        things.resources.push(group("blue", true) as never, group("green", false) as never);
      },
      [`${TEMPLATE} nodes: tagSpecifications: tag team of instance is missing; it needs a value`],
    ],
    [
      "volumes, which a group doesn't tag",
      (things) => {
        inputsIn(things).tagSpecifications.splice(1, 1);
        things.resources.push(group("blue", true) as never);
      },
      [`${TEMPLATE} nodes: tagSpecifications: tag team of volume is missing; it needs a value`],
    ],
  ],
});
