import type { kms } from "@pulumi/aws";
import { ACCOUNT_CONDITIONS, isLimitedToAccounts } from "../../iam/account-limit";
import type { Statement } from "../../iam/policy-document";
import { eachStatement, policyProblems } from "../../iam/resource-policy";
import { resourceRule } from "../../rule";

/** A key is open to accounts, never to everybody. */
export const kmsKeyPolicy = resourceRule<Pick<kms.KeyArgs, "policy">>(
  {
    id: "kms-key-policy",
    title: "No key's policy opens the key to every principal without saying of which account",
    severity: "critical",
    enforcement: "mandatory",
    why: "Any account could use the key: whoever then gets hold of encrypted data reads it, and by a grant or a changed policy the key is theirs.",
    remediation: `Name principals, or limit * by a condition on kms:CallerAccount, ${ACCOUNT_CONDITIONS}.`,
    link: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  },
  {
    types: [
      "aws:kms/key:Key",
      "aws:kms/keyPolicy:KeyPolicy",
      "aws:kms/replicaKey:ReplicaKey",
      "aws:kms/externalKey:ExternalKey",
    ],
    // A key without a policy of its own gets the one of KMS, which names the account.
    when: ({ inputs: { policy } }) => policy !== undefined && policy !== "",
    check: ({ inputs: { policy } }) =>
      policyProblems(
        policy,
        eachStatement((statement, where) =>
          isOpenToEverybody(statement)
            ? [
                `${where} allows every principal ${actionsOf(statement)} without a condition on the account; one has to name accounts`,
              ]
            : [],
        ),
      ),
  },
);

function isOpenToEverybody(statement: Statement): boolean {
  const { effect, principals, notPrincipals } = statement;
  return (
    effect === "Allow" && (principals.includes("*") || notPrincipals.length > 0) && !isLimitedToAccounts(statement)
  );
}

function actionsOf({ actions, notActions }: Statement): string {
  return notActions.length > 0 ? `all but ${notActions.join(", ")}` : actions.join(", ");
}
