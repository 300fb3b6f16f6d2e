import { selectedNodesPlanned } from "../../../../policies/rules/platform/selected-nodes-planned";
import { objectNamed, resource, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { affinity, pod, pools, TEMPLATE, type Term } from "./pools-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const ADD_ON = "aws:eks/addon:Addon";
const SAYS = "no pool of the plan has nodes with";

const selecting = (nodeSelector: object) => (things: Things) => {
  objectNamed(things, "a").spec = { nodeSelector };
};
const demanding =
  (...terms: readonly Term[]) =>
  (things: Things) => {
    objectNamed(things, "a").spec = { affinity: affinity(...terms) };
  };
const template = (things: Things, name: string) =>
  things.resources.find((one) => one.type === TEMPLATE && one.name === name)?.inputs ?? {};

describeRule(selectedNodesPlanned, {
  good: () => {
    const { resources, objects } = pools();
    return { resources, objects: [...objects, pod({ nodeSelector: { pool: "general" } })] };
  },
  holds: [
    ["a label from the API and one from user data", selecting({ pool: "general", tier: "web" })],
    ["EKS's own label", selecting({ "eks.amazonaws.com/nodegroup": "general-v1" })],
    ["the capacity of a group that doesn't say", selecting({ "eks.amazonaws.com/capacityType": "ON_DEMAND" })],
    ["one of two architectures", selecting({ pool: "general", "kubernetes.io/arch": "arm64" })],
    ["the zone of a group's subnet", selecting({ pool: "general", "topology.kubernetes.io/zone": "us-east-1a" })],
    [
      "a label of a self-managed group",
      selecting({ pool: "disks", "node.kubernetes.io/instance-type": "i3en.xlarge" }),
    ],
    ["Karpenter's own label", selecting({ "karpenter.sh/nodepool": "memory" })],
    ["what Karpenter's requirements leave open", selecting({ pool: "memory", "karpenter.k8s.aws/instance-cpu": "8" })],
    ["one of two terms", demanding([["pool", "In", "gone"]], [["pool", "In", "memory", "gone"]])],
    [
      "absence",
      demanding([
        ["karpenter.sh/nodepool", "DoesNotExist"],
        ["pool", "NotIn", "disks"],
      ]),
    ],
    ["a label that only has to be there", demanding([["tier", "Exists"]])],
    [
      "a group that can't be read while another will do",
      (things) => Object.assign(template(things, "disks"), { userData: "[unknown]" }),
    ],
  ],
  breaks: [
    ["a value that no node has", selecting({ pool: "gone" }), [`Pod b/a: spec: ${SAYS} pool In [gone]`]],
    [
      "labels of two pools",
      selecting({ pool: "memory", tier: "web" }),
      [`Pod b/a: spec: ${SAYS} pool In [memory] and tier In [web]`],
    ],
    [
      "a zone in which the pool isn't",
      selecting({ pool: "memory", "topology.kubernetes.io/zone": "us-east-1a" }),
      [`Pod b/a: spec: ${SAYS} pool In [memory] and topology.kubernetes.io/zone In [us-east-1a]`],
    ],
    [
      "two demands on one label that no value meets",
      demanding([
        ["pool", "In", "general", "memory"],
        ["pool", "NotIn", "general", "memory"],
      ]),
      [`Pod b/a: spec: ${SAYS} pool In [general, memory] and pool NotIn [general, memory]`],
    ],
    [
      "a label that the group lost on its way to the node",
      (things) => delete template(things, "general").userData,
      [`Pod b/a: spec: ${SAYS} pool In [general]`],
    ],
    [
      "values of a chart",
      (things) =>
        things.resources.push(
          resource(RELEASE, "agent", { values: { a: { daemonsetNodeSelector: { tier: "db" } } } }) as never,
        ),
      [`${RELEASE} agent: values.a: ${SAYS} tier In [db]`],
    ],
    [
      "configuration of an add-on",
      (things) =>
        things.resources.push(
          resource(ADD_ON, "dns", { configurationValues: '{"nodeSelector":{"tier":"db"}}' }) as never,
        ),
      [`${ADD_ON} dns: configurationValues: ${SAYS} tier In [db]`],
    ],
    [
      "configuration of an add-on that nobody can read",
      (things) => things.resources.push(resource(ADD_ON, "dns", { configurationValues: "nodeSelector: [" }) as never),
      [`${ADD_ON} dns: configurationValues: is neither JSON nor YAML; EKS refuses it`],
    ],
    [
      "a label of a group whose user data can't be unpacked",
      (things) => {
        template(things, "disks").userData = Buffer.from([0x1f, 0x8b, 0]).toString("base64");
        selecting({ pool: "disks" })(things);
      },
      [`Pod b/a: spec: ${SAYS} pool In [disks]`],
    ],
  ],
  unreadable: [
    [
      "user data that is known later, where no other pool will do",
      (things) => {
        template(things, "disks").userData = "[unknown]";
        selecting({ pool: "disks" })(things);
      },
      [`Pod b/a: userData of ${TEMPLATE} disks is unknown before it is created`],
    ],
  ],
  ignores: [["pods that may be anywhere", (things) => delete objectNamed(things, "a").spec.nodeSelector]],
});
