import { covers } from "./iam/patterns";
import { statementsOf } from "./iam/policy-document";

/** Operators by which a condition compares texts; those with wildcards as well. */
const COMPARING = /^(ForAnyValue:|ForAllValues:)?String(Equals|Like)$/i;

/** The call of pods, with the token of their service account. */
const ASSUMES = "sts:AssumeRoleWithWebIdentity";

const PREFIX = "system:serviceaccount:";

/**
 * The service accounts that a trust policy lets assume its role through the identity provider of a cluster, each as `namespace:name`, as the policy writes it: with wildcards where it has
 * some.
 *
 * Source: EKS user guide, "Assign IAM roles to Kubernetes service accounts".
 *
 * @throws {MalformedPolicy} when the text is no policy
 */
export function trustedServiceAccounts(trustPolicy: string): readonly string[] {
  return statementsOf(trustPolicy)
    .filter(({ effect, actions }) => effect === "Allow" && actions.some((action) => covers(action, ASSUMES)))
    .flatMap(({ conditions }) => conditions)
    .filter(({ operator, key }) => COMPARING.test(operator) && key.endsWith(":sub"))
    .flatMap(({ values }) => values)
    .flatMap((subject) => (subject.startsWith(PREFIX) ? subject.slice(PREFIX.length) : []));
}

/** Whether a text fits a pattern of a policy, in which `*` stands for any characters and `?` for one. */
export function fitsPattern(text: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`).test(text);
}
