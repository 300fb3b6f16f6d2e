import { MANAGED_POLICY_MAX_CHARACTERS, type PolicyDocument, policyJson } from "./policy-document";

/** Characters of a document as IAM counts them against its limits: white space is free. */
export function policyCharacters(document: PolicyDocument): number {
  return policyJson(document).replace(/\s/g, "").length;
}

/**
 * Refuses a document that IAM would refuse for its size, before anything is created.
 *
 * @param name name of the policy, for the message.
 * @returns the document, so that the check can stand where the document is used.
 * @throws {Error} when it has more than {@link MANAGED_POLICY_MAX_CHARACTERS} characters.
 */
export function fittingPolicy(name: string, document: PolicyDocument): PolicyDocument {
  const characters = policyCharacters(document);
  if (characters > MANAGED_POLICY_MAX_CHARACTERS) {
    const largest = document.Statement.map(({ Sid, ...rest }) => ({ Sid, size: JSON.stringify(rest).length })).reduce(
      (one, other) => (other.size > one.size ? other : one),
    );
    throw new Error(
      `policy "${name}" has ${characters} characters without white space; a managed policy may have ${MANAGED_POLICY_MAX_CHARACTERS}. ` +
        `Its largest statement is ${largest.Sid}: shorten the names in its resources, or give the workload a second role.`,
    );
  }
  return document;
}
