import type { Location } from "../../config/platform";
import { type PolicyDocument, policyDocument, type Statement } from "../identity/policy-document";
import type { EndpointService } from "./endpoint-plan";

/**
 * What endpoints let through beside calls of the account's own identities, by service:
 * - reading from S3 without an identity of ours: package repositories of the operating system are public, and ECR hands out signed links
 *   to layers that it keeps in buckets of its own;
 * - exchanging a service account's token for a role: at that moment there is no identity yet.
 */
const FROM_STRANGERS: Readonly<Record<string, { readonly Sid: string; readonly Action: readonly string[] }>> = {
  s3: { Sid: "PublicPackagesAndImageLayers", Action: ["s3:GetObject"] },
  sts: { Sid: "ServiceAccountTokens", Action: ["sts:AssumeRoleWithWebIdentity"] },
};

/**
 * Policy of an endpoint: identities of this account may call through it, whatever their own policies allow; those of another account may not. Keys
 * that were smuggled in can't carry data out this way.
 *
 * The wildcards are limited by who calls. What may be called with which resource is said once, by the caller's own policy.
 *
 * Source: VPC user guide, "Control access to VPC endpoints using endpoint policies"; ECR user guide, minimum S3 bucket permissions.
 */
export function endpointPolicy({ account }: Location, { service }: EndpointService): PolicyDocument {
  const own: Statement = {
    Sid: "IdentitiesOfThisAccount",
    Effect: "Allow",
    Principal: "*",
    Action: ["*"],
    Resource: ["*"],
    Condition: { StringEquals: { "aws:PrincipalAccount": account } },
  };
  const strangers = FROM_STRANGERS[service];
  return policyDocument([
    own,
    ...(strangers === undefined
      ? []
      : [{ ...strangers, Effect: "Allow" as const, Principal: "*" as const, Resource: ["*"] }]),
  ]);
}
