import { iamUsers } from "../../../../policies/rules/identity/iam-users";
import { resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { trustedRole } from "./policy-fixture";

describeRule(iamUsers, {
  good: () => ({ resources: [trustedRole("node")] }),
  breaks: [
    "user:User",
    "accessKey:AccessKey",
    "userPolicy:UserPolicy",
    "userPolicyAttachment:UserPolicyAttachment",
    "userGroupMembership:UserGroupMembership",
    "userLoginProfile:UserLoginProfile",
    "serviceSpecificCredential:ServiceSpecificCredential",
    "signingCertificate:SigningCertificate",
    "sshKey:SshKey",
  ].map((type) => [
    `aws:iam/${type}`,
    (things) => things.resources.push({ ...resource(`aws:iam/${type}`, "ci", { user: "ci" }) }),
    [`aws:iam/${type} ci: : belongs to an IAM user; there have to be none`],
  ]),
  ignores: [
    [
      "manifests without a plan",
      (things) => {
        things.resources = [];
      },
    ],
  ],
});
