import { changeInputs, type Mutations, removeResources } from "./mutation";
import { changeStatements } from "./policy-statements";

const QUEUE = "aws:sqs/queue:Queue";
const POLICY = "aws:sqs/queuePolicy:QueuePolicy";

/** What the rules about queues have to catch. */
export const messagingMutations: Mutations = {
  "sqs-encryption": [
    {
      what: "encryption of a queue turned off",
      change: changeInputs(QUEUE, (inputs) => {
        inputs.sqsManagedSseEnabled = false;
      }),
    },
    {
      what: "a queue encrypted with a key that EventBridge can't use",
      change: changeInputs(QUEUE, (inputs) => {
        delete inputs.sqsManagedSseEnabled;
        inputs.kmsMasterKeyId = "alias/aws/sqs";
      }),
    },
  ],
  "sqs-retention": [
    {
      what: "retention of a queue left to the default of SQS",
      change: changeInputs(QUEUE, (inputs) => {
        delete inputs.messageRetentionSeconds;
      }),
    },
    {
      what: "interruption events kept for four days",
      change: changeInputs(QUEUE, (inputs) => {
        inputs.messageRetentionSeconds = 345_600;
      }),
    },
    {
      what: "messages hidden for longer than they live",
      change: changeInputs(QUEUE, (inputs) => {
        inputs.visibilityTimeoutSeconds = 600;
      }),
    },
  ],
  "sqs-senders": [
    {
      what: "EventBridge admitted on behalf of every account",
      change: changeStatements(POLICY, (statement) => {
        if (statement.Effect === "Allow") delete statement.Condition;
      }),
    },
    {
      what: "everybody admitted who has TLS",
      change: changeStatements(POLICY, (statement) => {
        if (statement.Effect !== "Allow") return;
        statement.Principal = "*";
        statement.Condition = { Bool: { "aws:SecureTransport": "true" } };
      }),
    },
  ],
  "sqs-tls-only": [
    {
      what: "the statement against plain HTTP made one that allows",
      change: changeStatements(POLICY, (statement) => {
        if (statement.Sid === "DenyHTTP") statement.Effect = "Allow";
      }),
    },
    {
      what: "the statement against plain HTTP about another queue",
      change: changeStatements(POLICY, (statement) => {
        if (statement.Sid === "DenyHTTP") statement.Resource = [`${statement.Resource[0]}-2`];
      }),
    },
    { what: "the queue's policy taken away", change: removeResources(POLICY) },
  ],
};
