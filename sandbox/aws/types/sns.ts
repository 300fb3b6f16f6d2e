import { arn } from "../identifiers";
import { arnOfPartition, oneOf, pattern } from "../input-rules";
import { policyDocument } from "../policy-document";
import { type AwsType, byId, type Rule } from "../resource-type";
import { KEY, TOPIC } from "./tokens";

/** Bytes of a topic's policy. Source: Amazon SNS Developer Guide, "Amazon SNS endpoints and quotas" (30 KB). */
const TOPIC_POLICY_LIMIT = 30_720;

/** SNS knows no `sns:*` in the policy of a topic. Source: SNS error InvalidParameter, "Policy statement action out of service scope". */
const ACTIONS_IN_SCOPE: Rule = (value) =>
  /"(sns:)?\*"\s*[,\]}]/i.test(String(value).replace(/"(Resource|Principal|AWS)"\s*:\s*\[?\s*"\*"/g, ""))
    ? "has an action out of service scope; name the actions, such as sns:Publish: a topic's policy takes no sns:*"
    : undefined;

/** Topics, their policies and subscriptions. */
export const SNS_TYPES: readonly AwsType[] = [
  {
    // All but name and order of delivery changes in place.
    token: TOPIC,
    taggable: true,
    replacedBy: ["name", "namePrefix", "fifoTopic"],
    name: { input: "name", prefixInput: "namePrefix", within: "region" },
    rules: {
      displayName: [pattern(/^.{0,100}$/, "up to 100 characters")],
      name: [pattern(/^[\w-]{1,256}$|^[\w-]{1,251}\.fifo$/, "1 to 256 letters, digits, hyphens and underscores")],
    },
    references: [{ path: "kmsMasterKeyId", to: { [KEY]: ["id", "arn"] }, except: /alias\//, holds: false }],
    json: ["policy", "deliveryPolicy"],
    id: ({ account, text }) => arn(account, "sns", text("name")),
    defaults: { contentBasedDeduplication: false, fifoTopic: false },
    outputs: ({ account, text }) => ({ arn: arn(account, "sns", text("name")), owner: account.account }),
  },
  {
    // Written into the topic; goes with it.
    token: "aws:sns/topicPolicy:TopicPolicy",
    put: true,
    required: ["arn", "policy"],
    replacedBy: ["arn"],
    rules: { arn: [arnOfPartition], policy: [policyDocument("resource", TOPIC_POLICY_LIMIT), ACTIONS_IN_SCOPE] },
    references: [{ path: "arn", to: byId(TOPIC), holds: false }],
    json: ["policy"],
    id: ({ text }) => text("arn"),
    outputs: ({ account }) => ({ owner: account.account }),
  },
  {
    // Whom it is for is for life. SNS drops subscriptions with their topic.
    token: "aws:sns/topicSubscription:TopicSubscription",
    required: ["endpoint", "protocol", "topic"],
    replacedBy: ["endpoint", "protocol", "topic"],
    rules: {
      protocol: [oneOf("application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs")],
    },
    check: ({ endpoint, protocol }) =>
      protocol === "email" && typeof endpoint === "string" && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(endpoint)
        ? [{ property: "endpoint", reason: `endpoint ${endpoint} is no address of protocol email; write name@domain` }]
        : [],
    references: [{ path: "topic", to: byId(TOPIC), holds: false }],
    unique: [{ paths: ["topic", "protocol", "endpoint"], within: "region" }],
    id: ({ seed, text }) => `${text("topic")}:${seed.uuid("subscription")}`,
    defaults: { rawMessageDelivery: false },
    // Somebody has to press a link in a message; nobody in the sandbox does.
    outputs: ({ account, id, text }) => ({
      arn: id,
      ownerId: account.account,
      pendingConfirmation: text("protocol").startsWith("email"),
    }),
  },
];
