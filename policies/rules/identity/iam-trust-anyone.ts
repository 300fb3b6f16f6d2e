import { trustRule } from "../../iam/statement-rule";

/** Nobody is trusted for being anybody, whatever conditions say beside it. */
export const iamTrustAnyone = trustRule(
  {
    id: "iam-trust-anyone",
    title: "No role trusts everyone",
    severity: "critical",
    enforcement: "mandatory",
    why: "Any AWS account could assume the role as soon as one condition is misspelt or falls away.",
    remediation: "Name in Principal who assumes the role: a service, a role, an identity provider.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous",
  },
  {
    check: ({ principals, notPrincipals }) => [
      ...(principals.includes("*") ? ["trusts *; a principal has to be named"] : []),
      ...(notPrincipals.length > 0
        ? [`trusts everyone but ${notPrincipals.join(", ")}; a principal has to be named`]
        : []),
    ],
  },
);
