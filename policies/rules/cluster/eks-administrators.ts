import type { eks } from "@pulumi/aws";
import { accountArn } from "../../../config/derived/arn";
import { problem, resourceRule } from "../../rule";

/** The access policy that allows everything, wherever it is scoped to. */
const EVERYTHING = "AmazonEKSClusterAdminPolicy";

/**
 * Those that allow as much on the whole cluster: each reads Secrets, and with them the tokens of the controllers.
 *
 * Source: Amazon EKS user guide, "Review access policy permissions".
 */
const SECRETS: readonly string[] = ["AmazonEKSAdminPolicy", "AmazonEKSAdminViewPolicy", "AmazonEKSEditPolicy"];

type Inputs = Pick<eks.AccessPolicyAssociationArgs, "accessScope" | "policyArn" | "principalArn">;

/** The cluster's administrators are the roles that the policies of the stack name. */
export const eksAdministrators = resourceRule<Inputs>(
  {
    id: "eks-administrators",
    title: "Only the named roles administer the cluster",
    severity: "critical",
    enforcement: "mandatory",
    why: "Whoever administers the cluster reads every Secret and runs anything on every node.",
    remediation:
      "Take the association away, scope it to namespaces, or have the role added to vantage:policies.administrators.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html",
  },
  {
    types: ["aws:eks/accessPolicyAssociation:AccessPolicyAssociation"],
    when: ({ inputs: { policyArn = "", accessScope } }) => {
      const policy = policyArn.split("/").at(-1) ?? "";
      return policy === EVERYTHING || (SECRETS.includes(policy) && accessScope?.type === "cluster");
    },
    check: ({ inputs: { policyArn = "", principalArn = "" } }, { platform, settings: { administrators } }) => {
      const allowed = administrators.map((role) => accountArn(platform.aws, "iam", `role/${role}`));
      if (allowed.includes(principalArn)) return [];
      const named = administrators.join(", ") || "none";
      const message = `${principalArn} gets ${policyArn.split("/").at(-1)}; roles of the account that may administer: ${named}`;
      return [problem("principalArn", message)];
    },
  },
);
