import { nodeGroupVersion } from "../../../../policies/rules/nodes/node-group-version";
import { inputsIn, resource } from "../../estate-fixture";
import { MANAGED, managedGroup } from "../../node-fixture";
import { describeRule } from "../../rule-cases";

const ALLOWED = "it has to be the same, or up to 3 minors older";

describeRule(nodeGroupVersion, {
  good: () => ({
    resources: [managedGroup(), resource("aws:eks/cluster:Cluster", "main", { name: "test", version: "1.34" })],
  }),
  holds: [["the oldest kubelets that it speaks to", (things) => Object.assign(inputsIn(things), { version: "1.31" })]],
  breaks: [
    [
      "nodes that are raised before the cluster",
      (things) => Object.assign(inputsIn(things), { version: "1.35" }),
      [`${MANAGED}: version: is 1.35 in a cluster of 1.34; ${ALLOWED}`],
    ],
    [
      "nodes that were left behind",
      (things) => Object.assign(inputsIn(things), { version: "1.30" }),
      [`${MANAGED}: version: is 1.30 in a cluster of 1.34; ${ALLOWED}`],
    ],
  ],
  unreadable: [
    [
      "a cluster whose version is known later",
      (things) => Object.assign(inputsIn(things, "main"), { version: "[unknown]" }),
      [`${MANAGED}: version is unknown before it is created`],
    ],
  ],
  ignores: [
    ["a group that takes the cluster's", (things) => delete inputsIn(things).version],
    ["a group of a cluster elsewhere", (things) => Object.assign(inputsIn(things), { clusterName: "other" })],
  ],
});
