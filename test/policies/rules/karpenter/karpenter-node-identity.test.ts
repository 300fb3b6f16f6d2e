import { karpenterNodeIdentity } from "../../../../policies/rules/karpenter/karpenter-node-identity";
import { inputsIn, objectNamed, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { nodeClass } from "./karpenter-objects";

const CLASS = "karpenter.k8s.aws/EC2NodeClass default";

describeRule(karpenterNodeIdentity, {
  good: () => ({
    resources: [
      resource("aws:iam/instanceProfile:InstanceProfile", "profile", { name: "nodes" }),
      resource("aws:iam/role:Role", "role", { name: "node" }),
    ],
    objects: [nodeClass({ instanceProfile: "nodes" })],
  }),
  holds: [
    [
      "a role, of which Karpenter makes the profile",
      (things) => {
        objectNamed(things).spec = { role: "node" };
      },
    ],
  ],
  breaks: [
    [
      "a profile that the stack doesn't make",
      (things) => {
        objectNamed(things).spec.instanceProfile = "node";
      },
      [`${CLASS}: spec.instanceProfile: is node; the stack makes no InstanceProfile of that name`],
    ],
    [
      "a role that the stack doesn't make",
      (things) => {
        objectNamed(things).spec = { role: "nodes" };
      },
      [`${CLASS}: spec.role: is nodes; the stack makes no Role of that name`],
    ],
    [
      "nobody",
      (things) => {
        objectNamed(things).spec = {};
      },
      [`${CLASS}: spec: names neither an instanceProfile nor a role`],
    ],
  ],
  unreadable: [
    [
      "a profile whose name is known later",
      (things) => Object.assign(inputsIn(things, "profile"), { name: "[unknown]" }),
      [`${CLASS}: name is unknown before it is created`],
    ],
    [
      "a node class that will name one",
      (things) => {
        objectNamed(things).spec.instanceProfile = "[unknown]";
      },
      [`${CLASS}: spec.instanceProfile is unknown before it is created`],
    ],
  ],
  ignores: [["manifests without a plan", (things) => things.resources.splice(0)]],
});
