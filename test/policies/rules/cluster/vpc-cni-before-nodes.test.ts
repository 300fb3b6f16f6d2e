import { vpcCniBeforeNodes } from "../../../../policies/rules/cluster/vpc-cni-before-nodes";
import { inputsIn } from "../../estate-fixture";
import { ADD_ON, dropDependencies, MANAGED, nodeGroups, SCALING } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const MESSAGE = "dependsOn: lacks the add-on vpc-cni; the group has to be created after it";

describeRule(vpcCniBeforeNodes, {
  good: nodeGroups,
  breaks: [
    [
      "a managed group that doesn't wait",
      (things) => dropDependencies(things, "web", ADD_ON),
      [`${MANAGED}: ${MESSAGE}`],
    ],
    [
      "a self-managed group that doesn't wait",
      (things) => dropDependencies(things, "brokers", ADD_ON),
      [`${SCALING}: ${MESSAGE}`],
    ],
    [
      "groups that wait for another add-on",
      (things) => Object.assign(inputsIn(things, "pod-network"), { addonName: "kube-proxy" }),
      [`${MANAGED}: ${MESSAGE}`, `${SCALING}: ${MESSAGE}`],
    ],
  ],
});
