import type { iam } from "@pulumi/aws";
import { plannedRoles, roleNamed } from "../../planned-roles";
import { problem, resourceRule } from "../../rule";
import { ifShown } from "../../shown";

/** Policies hang on roles of the plan. A role whose name isn't known yet is found by the dependency on it. */
export const attachedRolePlanned = resourceRule<iam.RolePolicyAttachmentArgs>(
  {
    id: "attached-role-planned",
    title: "Policies and instance profiles name a role of the plan",
    severity: "high",
    enforcement: "mandatory",
    why: "An attachment to a role of somebody else gives rights that no preview of theirs shows, and one to a role that isn't there stops the update half way.",
    remediation: "Name a role that the stack makes, by its resource's name.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html",
  },
  {
    types: [
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      "aws:iam/rolePolicy:RolePolicy",
      "aws:iam/instanceProfile:InstanceProfile",
    ],
    check: (resource, estate) => {
      const name = ifShown(() => resource.inputs.role);
      const depended = plannedRoles(estate).some(({ urn }) => resource.dependencies.includes(urn));
      if (name === undefined && depended) return [];
      // Throws where it is neither known nor depended on.
      const role = String(resource.inputs.role ?? "");
      if (roleNamed(estate, role) !== undefined) return [];
      return [problem("role", `is ${role || "not set"}; it has to be the name of a role of the plan`)];
    },
  },
);
