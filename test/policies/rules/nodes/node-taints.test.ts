import { nodeTaints } from "../../../../policies/rules/nodes/node-taints";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups, SCALING, userDataWith } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

describeRule(nodeTaints, {
  good: nodeGroups,
  holds: [
    [
      "one key with two effects",
      (things) => inputsIn(things).taints.push({ key: "spot-instance", value: "true", effect: "NO_EXECUTE" }),
    ],
  ],
  breaks: [
    [
      "a taint of Kubernetes itself",
      (things) => Object.assign(inputsIn(things).taints[0], { key: "node.kubernetes.io/unschedulable" }),
      [
        `${MANAGED}: taints: node.kubernetes.io/unschedulable is in a reserved domain; it has to be a key without a domain, or of one of your own`,
      ],
    ],
    [
      "one taint twice, of which the kubelet sets one",
      (things) =>
        Object.assign(inputsIn(things, "web-template"), {
          userData: userDataWith("--register-with-taints=spot-instance:NoSchedule"),
        }),
      [`${MANAGED}: taints: spot-instance:NoSchedule is there twice; once is enough`],
    ],
    [
      "an effect that there isn't",
      (things) =>
        Object.assign(inputsIn(things, "brokers-template"), {
          userData: userDataWith("--register-with-taints=dedicated=kafka:Never"),
        }),
      [
        `${SCALING}: taints: dedicated=kafka:Never has an unknown effect; it has to be one of NoSchedule, PreferNoSchedule, NoExecute`,
      ],
    ],
  ],
  unreadable: [
    [
      "a taint that is known later",
      (things) => Object.assign(inputsIn(things).taints[0], { value: "[unknown]" }),
      [`${MANAGED}: taints[0].value is unknown before it is created`],
    ],
  ],
  ignores: [["groups without taints", (things) => inputsIn(things).taints.pop()]],
});
