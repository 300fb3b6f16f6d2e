import type { iam } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { textAt } from "../../../charts/checks/object-readers";
import { UNKNOWN } from "../../../sandbox/engine/shown-values";
import { EC2_NODE_CLASS } from "../../readers/karpenter-kinds";
import { Unreadable } from "../../resource";
import { objectRule, problem } from "../../rule";

/** Fields by which a node class says who its nodes are, with the resource that has that name. One of them is set. */
const IDENTITIES = [
  { field: "instanceProfile", type: "aws:iam/instanceProfile:InstanceProfile" },
  { field: "role", type: "aws:iam/role:Role" },
] as const;

/** Nodes that Karpenter launches have an identity of this stack. Manifests alone don't tell; a plan does. */
export const karpenterNodeIdentity = objectRule(
  {
    id: "karpenter-node-identity",
    title: "Every EC2NodeClass names an instance profile or a role that the stack makes",
    severity: "high",
    enforcement: "mandatory",
    why: "EC2 refuses to launch with a profile that doesn't exist; one of somebody else's is permissions that nobody here has read.",
    remediation: "Set spec.instanceProfile, or spec.role, to the name of a resource of the stack.",
    link: "https://karpenter.sh/docs/concepts/nodeclasses/#specinstanceprofile",
  },
  {
    kinds: [EC2_NODE_CLASS],
    when: (_, { resources }) => resources.some(({ custom }) => custom),
    check: (nodeClass, estate) => {
      const named = IDENTITIES.filter(({ field }) => textAt(nodeClass, ["spec", field]) !== "");
      if (named.length === 0) return [problem("spec", "names neither an instanceProfile nor a role")];
      return named.flatMap(({ field, type }) => {
        const name = textAt(nodeClass, ["spec", field]);
        if (name.includes(UNKNOWN)) throw new Unreadable(`spec.${field}`, "unknown before it is created");
        const made = estate.ofType<Unwrap<iam.RoleArgs>>(type).map(({ inputs }) => inputs.name);
        return made.includes(name)
          ? []
          : [problem(["spec", field], `is ${name}; the stack makes no ${type.split(":").at(-1)} of that name`)];
      });
    },
  },
);
