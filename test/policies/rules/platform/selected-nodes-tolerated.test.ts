import { selectedNodesTolerated } from "../../../../policies/rules/platform/selected-nodes-tolerated";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { affinity, pod, pools, SCALING_GROUP, TEMPLATE } from "./pools-fixture";

const spec = (change: object) => (things: Things) => {
  objectNamed(things, "a").spec = change;
};
const template = (things: Things) =>
  things.resources.find(({ type, name }) => type === TEMPLATE && name === "disks")?.inputs ?? {};

describeRule(selectedNodesTolerated, {
  good: () => {
    const { resources, objects } = pools();
    const tolerating = pod({
      nodeSelector: { pool: "disks" },
      tolerations: [{ key: "disks", value: "local", effect: "NoSchedule" }],
    });
    return { resources, objects: [...objects, tolerating] };
  },
  holds: [
    ["a taint that only prefers", spec({ nodeSelector: { pool: "general" } })],
    ["who tolerates all taints", spec({ nodeSelector: { pool: "disks" }, tolerations: [{ operator: "Exists" }] })],
    ["two pools, of which one takes them", spec({ affinity: affinity([["pool", "In", "disks", "general"]]) })],
    ["a pool that isn't there, which is another rule's matter", spec({ nodeSelector: { pool: "gone" } })],
  ],
  breaks: [
    [
      "no toleration",
      spec({ nodeSelector: { pool: "disks" } }),
      [`Pod b/a: spec: doesn't tolerate disks=local:NoSchedule of ${SCALING_GROUP} disks`],
    ],
    [
      "tolerations of something else, for both pools that are selected",
      spec({
        affinity: affinity([["pool", "In", "disks", "memory"]]),
        tolerations: [{ key: "disks", value: "local", effect: "NoExecute" }],
      }),
      [
        `Pod b/a: spec: doesn't tolerate disks=local:NoSchedule of ${SCALING_GROUP} disks`,
        "Pod b/a: spec: doesn't tolerate memory=:NoExecute of karpenter.sh/NodePool memory",
      ],
    ],
  ],
  unreadable: [
    [
      "user data that is known later",
      (things) => Object.assign(template(things), { userData: "[unknown]" }),
      [`Pod b/a: userData of ${TEMPLATE} disks is unknown before it is created`],
    ],
  ],
  ignores: [["pods that select nothing", spec({})]],
});
