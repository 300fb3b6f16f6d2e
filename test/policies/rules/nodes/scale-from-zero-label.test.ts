import { NODE_GROUP } from "../../../../policies/node-groups";
import { scaleFromZeroLabel } from "../../../../policies/rules/nodes/scale-from-zero-label";
import { inputsIn, resource, type Things, urnOf } from "../../estate-fixture";
import { MANAGED, nodeGroups } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const LABEL_TAG = "k8s.io/cluster-autoscaler/node-template/label/node.kubernetes.io/pool";
const MESSAGE = `scalingConfig.minSize: is 0, and no Tag says ${LABEL_TAG}=web; there has to be one`;

function good(): { readonly resources: Things["resources"] } {
  const { resources } = nodeGroups();
  Object.assign(resources[0]?.inputs.scalingConfig, { minSize: 0 });
  const tag = { autoscalingGroupName: "[unknown]", tag: { key: LABEL_TAG, value: "web" } };
  const more = [
    resource("aws:autoscaling/tag:Tag", "web-label", tag, { dependencies: [urnOf(NODE_GROUP, "web")] }),
    resource("kubernetes:helm.sh/v3:Release", "autoscaler", { chart: "cluster-autoscaler" }),
  ];
  return { resources: [...resources, ...more] };
}

describeRule(scaleFromZeroLabel, {
  good,
  breaks: [
    [
      "a tag of another value",
      (things) => Object.assign(inputsIn(things, "web-label").tag, { value: "general" }),
      [`${MANAGED}: ${MESSAGE}`],
    ],
    [
      "a tag on another group",
      (things) => Object.assign(things.resources.find(({ name }) => name === "web-label") ?? {}, { dependencies: [] }),
      [`${MANAGED}: ${MESSAGE}`],
    ],
  ],
  unreadable: [
    [
      "a tag that is known later",
      (things) => Object.assign(inputsIn(things, "web-label").tag, { value: "[unknown]" }),
      [`${MANAGED}: tag.value is unknown before it is created`],
    ],
  ],
  ignores: [
    ["a group that always has a node", (things) => Object.assign(inputsIn(things).scalingConfig, { minSize: 1 })],
    [
      "a stack without cluster-autoscaler",
      (things) => Object.assign(inputsIn(things, "autoscaler"), { chart: "other" }),
    ],
    ["a group whose kubelets set no label", (things) => delete inputsIn(things, "web-template").userData],
  ],
});
