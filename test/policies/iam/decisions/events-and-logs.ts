import { type DocumentedCall, rowsOf } from "./decision-table";
import { ACCOUNT, arnOf, CLUSTER, QUEUE, STRANGER } from "./prod-names";

const queue = arnOf("sqs", QUEUE);
const rule = (event: string, account = ACCOUNT): string =>
  arnOf("events", `rule/${CLUSTER}-karpenter-${event}`, { account });

const QUEUE_CALLS: readonly DocumentedCall[] = [
  ...["health-event", "spot-warning", "rebalance", "state-change"].map((event) => ({
    who: "events.amazonaws.com",
    call: "sqs:SendMessage",
    on: queue,
    what: `${event} by its rule`,
    with: { "aws:SourceArn": rule(event) },
    source: "Karpenter 0.37.0, KarpenterInterruptionQueuePolicy",
    denied: {
      "by the same rule of another account": { with: { "aws:SourceArn": rule(event, STRANGER) } },
      "by no rule": { with: {} },
    },
  })),
  {
    who: "events.amazonaws.com",
    call: "sqs:SendMessage",
    on: queue,
    what: "a warning over TLS",
    with: { "aws:SourceArn": rule("spot-warning") },
    source: "Karpenter b3e3f9073, DenyHTTP",
    denied: {
      "over plain HTTP": { with: { "aws:SourceArn": rule("spot-warning"), "aws:SecureTransport": "false" } },
      "by another rule of the account": { with: { "aws:SourceArn": arnOf("events", "rule/nightly-report") } },
      "by another service": { who: "sns.amazonaws.com" },
    },
  },
  {
    who: "sqs.amazonaws.com",
    call: "sqs:SendMessage",
    on: queue,
    what: "a message of the account's own queues",
    with: { "aws:SourceAccount": ACCOUNT },
    source: "Karpenter 0.37.0, KarpenterInterruptionQueuePolicy",
    denied: { "or rather of another account's": { with: { "aws:SourceAccount": STRANGER } } },
  },
];

const stream = (group: string): string => arnOf("logs", `log-group:${group}:log-stream:one`);

const LOG_CALLS: readonly DocumentedCall[] = (
  [
    ["fluent-bit", `/aws/eks/${CLUSTER}/pods`, "fluent-bit manual, CloudWatch output"],
    ["flow-logs", `/aws/vpc/${CLUSTER}/flow-logs`, "VPC user guide, role for flow logs"],
  ] as const
).map(([who, group, source]) => ({
  who,
  call: "logs:PutLogEvents",
  on: stream(group),
  what: "lines of its log group",
  source,
  denied: {
    "or rather of the control plane's": { on: stream(`/aws/eks/${CLUSTER}/cluster`) },
    "or rather of another cluster's": { on: stream(group.replace(CLUSTER, "staging-us-east-1")) },
  },
}));

/** Events to the queue, and lines to the log groups. */
export const EVENTS_AND_LOGS = rowsOf(
  [...QUEUE_CALLS, ...LOG_CALLS],
  ["fluent-bit", "flow-logs"].flatMap((who) =>
    ["logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy"].map((call) => ({
      who,
      call,
      on: arnOf(
        "logs",
        `log-group:${who === "fluent-bit" ? `/aws/eks/${CLUSTER}/pods` : `/aws/vpc/${CLUSTER}/flow-logs`}`,
      ),
      what: "the log group itself",
      source: "CloudWatch Logs user guide",
    })),
  ),
);
