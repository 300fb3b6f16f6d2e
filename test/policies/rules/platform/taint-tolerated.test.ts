import { taintTolerated } from "../../../../policies/rules/platform/taint-tolerated";
import { inputsIn, objectNamed, resource, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { NODE_GROUP, pod, pools, SCALING_GROUP, TEMPLATE } from "./pools-fixture";

const SAYS = "something that runs pods has to";
const template = (things: Things) =>
  things.resources.find(({ type, name }) => type === TEMPLATE && name === "disks")?.inputs ?? {};
const tolerations = (things: Things) => objectNamed(things, "a").spec.tolerations;

describeRule(taintTolerated, {
  good: () => {
    const { resources, objects } = pools();
    const release = resource("kubernetes:helm.sh/v3:Release", "agent", {
      values: { daemonsetTolerations: [{ key: "disks", value: "local" }] },
    });
    const tolerating = pod({
      tolerations: [
        { key: "spot", operator: "Equal", value: "true", effect: "PreferNoSchedule" },
        { key: "memory", operator: "Exists" },
      ],
    });
    return { resources: [...resources, release as never], objects: [...objects, tolerating] };
  },
  holds: [
    [
      "an add-on whose configuration can't be read, which is another rule's matter",
      (things) =>
        things.resources.push(resource("aws:eks/addon:Addon", "dns", { configurationValues: "a: [" }) as never),
    ],
    [
      "a group that isn't of the cluster",
      (things) => {
        things.resources = things.resources.filter(({ name }) => name !== "agent");
        delete template(things).tagSpecifications;
      },
    ],
  ],
  breaks: [
    [
      "user data that can't be unpacked",
      (things) => Object.assign(template(things), { userData: Buffer.from([0x1f, 0x8b, 0]).toString("base64") }),
      [`${SCALING_GROUP} disks: userData of ${TEMPLATE} disks: begins as gzip does, but can't be unpacked`],
    ],
    [
      "a taint with another effect",
      (things) => Object.assign(tolerations(things)[0], { effect: "NoSchedule" }),
      [`${NODE_GROUP} general: taints: nothing tolerates spot=true:PreferNoSchedule; ${SAYS}`],
    ],
    [
      "a taint that only who tolerates all of them does",
      (things) => tolerations(things).splice(1, 1, { operator: "Exists" }),
      [`karpenter.sh/NodePool memory: taints: nothing tolerates memory=:NoExecute; ${SAYS}`],
    ],
    [
      "another value in user data",
      (things) => Object.assign(inputsIn(things, "agent").values.daemonsetTolerations[0], { value: "remote" }),
      [`${SCALING_GROUP} disks: taints: nothing tolerates disks=local:NoSchedule; ${SAYS}`],
    ],
  ],
  unreadable: [
    [
      "a group of which nothing says yet whether it joins the cluster",
      (things) => {
        template(things).tagSpecifications = "[unknown]";
        template(things).userData = "[unknown]";
      },
      [`${SCALING_GROUP} disks: userData of ${TEMPLATE} disks is unknown before it is created`],
    ],
    [
      "pods and pools of which nothing is shown",
      (things) => {
        things.objects = [];
        things.resources = things.resources.filter(({ type }) => type !== TEMPLATE && type !== SCALING_GROUP);
        const blank = (type: string, name: string) => resource(`kubernetes:${type}`, name, {}) as never;
        things.resources.push(blank("apps/v1:Deployment", "a"), blank("karpenter.sh/v1beta1:NodePool", "b"));
      },
      [`${NODE_GROUP} general`, "kubernetes:karpenter.sh/v1beta1:NodePool b"].map(
        (subject) => `${subject}: every input is unknown before it is created`,
      ),
    ],
    [
      "user data that is known later",
      (things) => {
        template(things).userData = "[unknown]";
      },
      [`${SCALING_GROUP} disks: userData of ${TEMPLATE} disks is unknown before it is created`],
    ],
  ],
});
