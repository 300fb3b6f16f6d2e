import { nodeLabelKeys } from "../../../../policies/rules/nodes/node-label-keys";
import { inputsIn } from "../../estate-fixture";
import { MANAGED, nodeGroups, SCALING, userDataWith } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const OWN = "it has to be a key without a domain, of one of your own";

describeRule(nodeLabelKeys, {
  good: nodeGroups,
  holds: [["a domain of one's own", (things) => Object.assign(inputsIn(things).labels, { "vantage.io/team": "web" })]],
  breaks: [
    [
      "a label of Kubernetes, given to EKS",
      (things) => Object.assign(inputsIn(things).labels, { "node.kubernetes.io/pool": "web" }),
      [`${MANAGED}: labels["node.kubernetes.io/pool"]: is in a domain that isn't for labels set by EKS; ${OWN}`],
    ],
    [
      "a role, given to the kubelet",
      (things) =>
        Object.assign(inputsIn(things, "brokers-template"), {
          userData: userDataWith("--node-labels=node-role.kubernetes.io/kafka=true"),
        }),
      [
        `${SCALING}: launchTemplate: node-role.kubernetes.io/kafka, which its user data sets, is in a domain that isn't for labels set by kubelet; ${OWN}, or of node.kubernetes.io`,
      ],
    ],
    [
      "a label that the cloud provider sets",
      (things) =>
        Object.assign(inputsIn(things, "web-template"), {
          userData: userDataWith("--node-labels=node.kubernetes.io/instance-type=m5.2xlarge"),
        }),
      [
        `${MANAGED}: launchTemplate: node.kubernetes.io/instance-type, which its user data sets, is in a domain that isn't for labels set by kubelet; ${OWN}, or of node.kubernetes.io`,
      ],
    ],
    [
      "a key with a space",
      (things) => Object.assign(inputsIn(things), { labels: { "a b": "c" } }),
      [
        `${MANAGED}: labels["a b"]: is no label key: at most 63 letters, digits, '-', '_' or '.', after a domain and '/'`,
      ],
    ],
    [
      "a value that ends with a hyphen",
      (things) => Object.assign(inputsIn(things), { labels: { team: "web-" } }),
      [`${MANAGED}: labels.team: has the value "web-"; it has to be at most 63 letters, digits, '-', '_' or '.'`],
    ],
  ],
  unreadable: [
    [
      "a label that is known later",
      (things) => Object.assign(inputsIn(things).labels, { team: "[unknown]" }),
      [`${MANAGED}: labels.team is unknown before it is created`],
    ],
  ],
});
