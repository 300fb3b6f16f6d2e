import { attachedRolePlanned } from "../../../../policies/rules/platform/attached-role-planned";
import { inputsIn, resource, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const ROLE = "aws:iam/role:Role";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const PROFILE = "aws:iam/instanceProfile:InstanceProfile";
const SAYS = "it has to be the name of a role of the plan";

describeRule(attachedRolePlanned, {
  good: () => ({
    resources: [
      resource(ROLE, "node", { name: "trial-node" }),
      resource(ATTACHMENT, "read", { role: "trial-node" }),
      resource(PROFILE, "profile", { role: "trial-node" }),
    ],
  }),
  holds: [
    [
      "a role whose name is known later, and on which it depends",
      (things) => {
        inputsIn(things, "node").name = "[unknown]";
        things.resources = things.resources.map((one) => ({
          ...one,
          dependencies: one.type === ROLE ? [] : [urnOf(ROLE, "node")],
          inputs: one.type === ROLE ? one.inputs : { role: "[unknown]" },
        }));
      },
    ],
  ],
  breaks: [
    [
      "a role that the stack doesn't make",
      (things) => Object.assign(inputsIn(things, "read"), { role: "somebodys" }),
      [`${ATTACHMENT} read: role: is somebodys; ${SAYS}`],
    ],
    [
      "a profile without a role",
      (things) => delete inputsIn(things, "profile").role,
      [`${PROFILE} profile: role: is not set; ${SAYS}`],
    ],
  ],
  unreadable: [
    [
      "a role that is known later, and on which it doesn't depend",
      (things) => Object.assign(inputsIn(things, "read"), { role: "[unknown]" }),
      [`${ATTACHMENT} read: role is unknown before it is created`],
    ],
  ],
});
