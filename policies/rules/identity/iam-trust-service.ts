import { isLimitedToAccounts } from "../../iam/account-limit";
import type { Statement } from "../../iam/policy-document";
import { trustRule } from "../../iam/statement-rule";

/** A service by its principal, in any partition and of any region: `logs.us-east-1.amazonaws.com`. */
const SERVICE = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.amazonaws\.com(?:\.cn)?$/;

/**
 * Services that need no condition: they take a role only from a caller of the role's own account who may pass it (`iam:PassRole`), so no other customer can have them use it.
 *
 * Source: IAM user guide, "Grant a user permissions to pass a role to an AWS service"; EKS user guide, "EKS Pod Identity role".
 */
const WITHOUT_SOURCE = ["ec2", "lambda", "pods.eks"];

/** A service acts with a role for this account only. */
export const iamTrustService = trustRule(
  {
    id: "iam-trust-service",
    title: "Roles that services assume name the account or the resource that the service acts for",
    severity: "high",
    enforcement: "mandatory",
    why: "Another customer's resource could make the service use the role: the service is allowed to, and doesn't know for whom (the confused deputy).",
    remediation:
      "Add a condition on aws:SourceAccount, or on an aws:SourceArn with this account in it; for a bucket, whose ARN has none, on both.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  },
  {
    about: ({ principals }) => principals.some((principal) => SERVICE.test(principal)),
    // The ARN of a bucket has no account: AWS asks for aws:SourceAccount beside it, since another customer may take over its name.
    check: (statement) =>
      isLimitedToAccounts(statement)
        ? []
        : unnamed(statement).map(
            (principal) =>
              `trusts ${principal} for whoever it acts for; aws:SourceAccount or aws:SourceArn has to name an account`,
          ),
  },
);

function unnamed({ principals }: Statement): readonly string[] {
  return principals.filter((principal) => {
    const [, service] = SERVICE.exec(principal) ?? [];
    return service !== undefined && !WITHOUT_SOURCE.includes(service);
  });
}
