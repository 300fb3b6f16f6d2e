import type { sqs } from "@pulumi/aws";
import { ACCOUNT_CONDITIONS, isLimitedToAccounts } from "../../iam/account-limit";
import type { Statement } from "../../iam/policy-document";
import { eachStatement, policyProblems } from "../../iam/resource-policy";
import { resourceRule } from "../../rule";
import { QUEUE, QUEUE_POLICY } from "../../sqs/queues";

/** How the principals end that are services of AWS, each of which works for every account there is. */
const SERVICE = /\.amazonaws\.com(\.cn)?$/;

/** A queue is open to accounts, never to everybody. */
export const sqsSenders = resourceRule<Pick<sqs.QueueArgs, "policy">>(
  {
    id: "sqs-senders",
    title: "No queue is open to everybody, or to a service on behalf of everybody",
    severity: "high",
    enforcement: "mandatory",
    why: "Any account could send messages that the queue's reader acts on, itself or through a rule of its own: nodes are drained because a message says so.",
    remediation: `Name principals, and limit * and services to accounts by a condition on ${ACCOUNT_CONDITIONS}.`,
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  },
  {
    types: [QUEUE_POLICY, QUEUE],
    when: ({ inputs: { policy } }) => policy !== undefined && policy !== "",
    check: ({ inputs: { policy } }) =>
      policyProblems(
        policy,
        eachStatement((statement, where) =>
          openTo(statement).map(
            (whom) => `${where} allows ${whom} without a condition on the account; one has to name accounts`,
          ),
        ),
      ),
  },
);

function openTo(statement: Statement): readonly string[] {
  const { effect, principals, notPrincipals } = statement;
  if (effect === "Deny" || isLimitedToAccounts(statement)) return [];
  return [
    ...principals.filter((principal) => principal === "*" || SERVICE.test(principal)),
    ...(notPrincipals.length > 0 ? [`everybody but ${notPrincipals.join(", ")}`] : []),
  ];
}
