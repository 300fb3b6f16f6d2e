import type * as pulumi from "@pulumi/pulumi";

/** The cluster's identity provider, which vouches for service accounts. */
export interface OidcIssuer {
  /** ARN of the IAM OIDC provider. */
  readonly arn: pulumi.Output<string>;
  /** Issuer without its scheme, as condition keys of a trust policy spell it: `oidc.eks.<region>.<suffix>/id/<32 hex>`. */
  readonly host: pulumi.Output<string>;
}
