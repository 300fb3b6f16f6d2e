import { karpenterPoolContract } from "../../../../policies/rules/nodes/karpenter-pool-contract";
import { inputsIn, objectNamed } from "../../estate-fixture";
import { nodeGroups, userDataWith } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const POOL = "karpenter.sh/NodePool spot";
const LABELS = "spec.template.metadata.labels";
const TAINTS = "spec.template.spec.taints";

describeRule(karpenterPoolContract, {
  good: () => ({
    ...nodeGroups(),
    objects: [
      {
        apiVersion: "karpenter.sh/v1beta1",
        kind: "NodePool",
        metadata: { name: "spot" },
        spec: {
          template: {
            metadata: { labels: { "node.kubernetes.io/pool": "web", "capacity-type": "spot", environment: "test" } },
            spec: { taints: [{ key: "spot-instance", value: "true", effect: "NoSchedule" }] },
          },
        },
      },
    ],
  }),
  breaks: [
    [
      "a label of the group that is missing",
      (things) => delete objectNamed(things).spec.template.metadata.labels["capacity-type"],
      [`${POOL}: ${LABELS}.capacity-type: is missing; the group of web has spot`],
    ],
    [
      "a label of another value than kubelets set",
      (things) => {
        inputsIn(things, "web-template").userData = userDataWith(
          "--node-labels=node.kubernetes.io/pool=web,environment=prod",
        );
      },
      [`${POOL}: ${LABELS}.environment: is test; the group of web has prod`],
    ],
    [
      "a softer taint",
      (things) => Object.assign(objectNamed(things).spec.template.spec.taints[0], { effect: "PreferNoSchedule" }),
      [
        `${POOL}: ${TAINTS}: lacks spot-instance=true:NoSchedule, which the group of web has`,
        `${POOL}: ${TAINTS}: has spot-instance=true:PreferNoSchedule, which the group of web lacks`,
      ],
    ],
  ],
  unreadable: [
    [
      "a group whose user data is known later",
      (things) => Object.assign(inputsIn(things, "web-template"), { userData: "[unknown]" }),
      [`${POOL}: userData is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "a pool that stands in for no managed group",
      (things) =>
        Object.assign(objectNamed(things).spec.template.metadata.labels, { "node.kubernetes.io/pool": "brokers" }),
    ],
  ],
});
