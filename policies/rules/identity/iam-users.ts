import { resourceText } from "../../resource";
import type { Judgement, Rule } from "../../rule";

/** What makes or equips a user: someone, or something, with credentials that last. */
const OF_USERS = [
  "aws:iam/accessKey:AccessKey",
  "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
  "aws:iam/signingCertificate:SigningCertificate",
  "aws:iam/sshKey:SshKey",
  "aws:iam/user:User",
  "aws:iam/userGroupMembership:UserGroupMembership",
  "aws:iam/userLoginProfile:UserLoginProfile",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment",
];

/** Nobody is an IAM user. The rule is about what is not there, so it passes a plan as a whole. */
export const iamUsers: Rule = {
  id: "iam-users",
  title: "The plan has no IAM users, access keys or policies of users",
  severity: "high",
  enforcement: "mandatory",
  why: "A key that doesn't end is a key that leaks some day, and the state file holds its secret half until then.",
  remediation: "Give the workload a role of its service account, and people roles through the identity provider.",
  link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  appliesTo: OF_USERS,
  judge: ({ resources }) => {
    if (resources.length === 0) return [];
    const found = resources.filter(({ type }) => OF_USERS.includes(type));
    if (found.length === 0) return [{ subject: { text: "all resources" }, outcome: "pass" }];
    return found.map(
      (resource): Judgement => ({
        subject: { text: resourceText(resource), urn: resource.urn },
        outcome: "violation",
        path: "",
        message: "belongs to an IAM user; there have to be none",
      }),
    );
  },
};
