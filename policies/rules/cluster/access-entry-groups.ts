import type { eks } from "@pulumi/aws";
import { problem, resourceRule } from "../../rule";

/** Groups that Kubernetes itself gives meaning to; of `system:masters` no rule of the cluster can take anything away. */
const SYSTEM = "system:";

/** Nobody is put into a group of Kubernetes itself. */
export const accessEntryGroups = resourceRule<eks.AccessEntryArgs>(
  {
    id: "access-entry-groups",
    title: "No access entry names system:masters, or another group of Kubernetes itself",
    severity: "critical",
    enforcement: "mandatory",
    why: "Members of system:masters pass every authorization check, unseen in RBAC; EKS refuses such an entry halfway through an update.",
    remediation: "Associate an access policy with the entry, or bind a Role to a group of your own.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html",
  },
  {
    types: ["aws:eks/accessEntry:AccessEntry"],
    // To the entries of nodes EKS itself adds their groups, and takes none from the stack.
    when: ({ inputs: { type } }) => (type ?? "STANDARD") === "STANDARD",
    check: ({ inputs: { kubernetesGroups } }) =>
      (kubernetesGroups ?? []).flatMap((group, index) =>
        group.startsWith(SYSTEM)
          ? [
              problem(
                ["kubernetesGroups", index],
                `is ${group}; it has to be a group that doesn't begin with ${SYSTEM}`,
              ),
            ]
          : [],
      ),
  },
);
