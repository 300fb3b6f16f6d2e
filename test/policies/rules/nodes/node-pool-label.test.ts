import { nodePoolLabel } from "../../../../policies/rules/nodes/node-pool-label";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups, SCALING, userDataWith } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const NEITHER = "labels: neither EKS nor the user data of the launch template sets node.kubernetes.io/pool";

describeRule(nodePoolLabel, {
  good: nodeGroups,
  holds: [
    [
      "a label that EKS sets, whatever the user data",
      (things) => {
        inputsIn(things).labels = { "node.kubernetes.io/pool": "web" };
        inputsIn(things, "web-template").userData = "[unknown]";
      },
    ],
  ],
  breaks: [
    [
      "a tainted group without it",
      (things) => Object.assign(inputsIn(things, "web-template"), { userData: userDataWith("--max-pods=58") }),
      [`${MANAGED}: ${NEITHER}, and the group is tainted spot-instance=true:NoSchedule; one of them has to`],
    ],
    [
      "a self-managed group without user data",
      (things) => delete inputsIn(things, "brokers-template").userData,
      [`${SCALING}: ${NEITHER}; one of them has to`],
    ],
    [
      "a taint that the kubelet sets",
      (things) =>
        Object.assign(inputsIn(things, "brokers-template"), {
          userData: userDataWith("--register-with-taints=dedicated=brokers:NoExecute"),
        }),
      [`${SCALING}: ${NEITHER}, and the group is tainted dedicated=brokers:NoExecute; one of them has to`],
    ],
  ],
  unreadable: [
    [
      "user data that is known later",
      (things) => Object.assign(inputsIn(things, "brokers-template"), { userData: "[unknown]" }),
      [`${SCALING}: userData is unknown before it is created`],
    ],
  ],
});
