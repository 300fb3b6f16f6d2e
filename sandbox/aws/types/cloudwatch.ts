import { isList, isMap, type Properties, type PropertyValue } from "../../server/properties";
import { arn } from "../identifiers";
import { arnOfPartition, jsonObject, oneOf, pattern } from "../input-rules";
import { policyDocument } from "../policy-document";
import type { Admission, AwsType, Rule } from "../resource-type";
import { EVENT_RULE, KEY, LOG_GROUP, QUEUE, ROLE, TOPIC } from "./tokens";

/** Days that CloudWatch Logs can keep events; 0 is for ever. Source: CloudWatch Logs API, PutRetentionPolicy. */
const RETENTION_DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Characters of a log group's resource policy. Source: CloudWatch Logs API, PutResourcePolicy. */
const LOG_POLICY_LIMIT = 5120;

/** Characters of an event pattern. Source: Amazon EventBridge API, PutRule. */
const EVENT_PATTERN_LIMIT = 4096;

/** Targets of one rule. Source: Amazon EventBridge User Guide, "EventBridge quotas". */
const TARGETS_LIMIT = 5;

/** A pattern is a JSON object whose fields are objects or lists of values. Source: EventBridge error InvalidEventPatternException. */
const EVENT_PATTERN: Rule = (value, account) => {
  const text = String(value);
  if (text.length > EVENT_PATTERN_LIMIT) return `has ${text.length} characters; allowed are ${EVENT_PATTERN_LIMIT}`;
  const malformed = jsonObject(value, account);
  if (malformed !== undefined) return malformed;
  const document = JSON.parse(text) as Properties;
  if (Object.keys(document).length === 0) return "is empty; name at least the source";
  const scalar = scalarField(document, "");
  return scalar === undefined ? undefined : `has the single value ${scalar}; put it in square brackets`;
};

function scalarField(value: PropertyValue, path: string): string | undefined {
  if (isList(value)) return value.length === 0 ? `${path} (an empty list)` : undefined;
  if (!isMap(value)) return path;
  return Object.entries(value)
    .map(([key, item]) => scalarField(item, path === "" ? key : `${path}.${key}`))
    .find((found) => found !== undefined);
}

/** Log groups, event rules and their targets. */
export const CLOUDWATCH_TYPES: readonly AwsType[] = [
  {
    // Retention and key change in place; the class is for life.
    token: LOG_GROUP,
    taggable: true,
    replacedBy: ["name", "namePrefix", "logGroupClass"],
    name: { input: "name", prefixInput: "namePrefix", within: "region" },
    rules: {
      kmsKeyId: [arnOfPartition],
      logGroupClass: [oneOf("STANDARD", "INFREQUENT_ACCESS", "DELIVERY")],
      name: [pattern(/^(?!aws\/)[\w.\-/#]{1,512}$/, "1 to 512 letters, digits and ._-/#, not beginning with aws/")],
      retentionInDays: [oneOf(...RETENTION_DAYS)],
    },
    references: [{ path: "kmsKeyId", to: { [KEY]: ["arn"] }, holds: false }],
    id: ({ text }) => text("name"),
    defaults: { logGroupClass: "STANDARD", retentionInDays: 0, skipDestroy: false },
    outputs: ({ account, text }) => ({ arn: arn(account, "logs", `log-group:${text("name")}`) }),
  },
  {
    // Lets a service write to log groups.
    token: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
    put: true,
    required: ["policyDocument"],
    replacedBy: ["policyName", "resourceArn"],
    rules: { policyDocument: [policyDocument("resource", LOG_POLICY_LIMIT)] },
    json: ["policyDocument"],
    id: ({ text }) => text("policyName") || text("resourceArn"),
  },
  {
    // Pattern and state change in place. Stays while it has targets.
    token: EVENT_RULE,
    taggable: true,
    put: true,
    replacedBy: ["name", "namePrefix", "eventBusName"],
    name: { input: "name", prefixInput: "namePrefix", within: "region" },
    rules: {
      description: [pattern(/^[\s\S]{0,512}$/, "up to 512 characters")],
      eventPattern: [EVENT_PATTERN],
      name: [pattern(/^[\w.-]{1,64}$/, "1 to 64 letters, digits and ._-")],
      scheduleExpression: [pattern(/^(rate|cron)\(.+\)$/, "rate(…) or cron(…)")],
      state: [oneOf("DISABLED", "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS")],
    },
    check: ({ eventPattern, scheduleExpression }) =>
      (eventPattern ?? scheduleExpression ?? null) === null
        ? [{ property: "eventPattern", reason: "eventPattern is missing; give it, or scheduleExpression" }]
        : [],
    references: [{ path: "roleArn", to: { [ROLE]: ["arn"] }, holds: false }],
    json: ["eventPattern"],
    id: ({ text }) => (onDefaultBus(text("eventBusName")) ? text("name") : `${text("eventBusName")}/${text("name")}`),
    defaults: { eventBusName: "default", forceDestroy: false, state: "ENABLED" },
    outputs: ({ account, text }) => {
      const bus = onDefaultBus(text("eventBusName")) ? "" : `${text("eventBusName")}/`;
      return { arn: arn(account, "events", `rule/${bus}${text("name")}`) };
    },
  },
  {
    // What is sent, and where to, changes in place.
    token: "aws:cloudwatch/eventTarget:EventTarget",
    put: true,
    required: ["arn", "rule"],
    replacedBy: ["eventBusName", "rule", "targetId"],
    rules: {
      arn: [arnOfPartition],
      targetId: [pattern(/^[\w.-]{1,64}$/, "1 to 64 letters, digits and ._-")],
    },
    // A rule can't go while it has targets; a target's queue can.
    references: [
      { path: "rule", to: { [EVENT_RULE]: ["id", "name"] } },
      {
        path: "arn",
        to: { [LOG_GROUP]: ["arn"], [QUEUE]: ["arn"], [TOPIC]: ["arn"] },
        except: /^arn:[^:]+:(?!(sqs|logs|sns):)/,
        holds: false,
      },
      { path: "roleArn", to: { [ROLE]: ["arn"] }, holds: false },
    ],
    admit: refuseTooManyTargets,
    json: ["input"],
    id: ({ seed, text }) => `${text("rule")}-${text("targetId") || `terraform-${seed.digits("target", 26)}`}`,
    defaults: { eventBusName: "default", forceDestroy: false },
    outputs: ({ id, text }) => ({ targetId: id.slice(text("rule").length + 1) }),
  },
];

function onDefaultBus(name: string): boolean {
  return name === "" || name === "default";
}

function refuseTooManyTargets({ inputs, others }: Admission): string | undefined {
  const targets =
    others.filter(({ rule, targetId }) => rule === inputs.rule && targetId !== inputs.targetId).length + 1;
  return targets <= TARGETS_LIMIT
    ? undefined
    : `rule ${inputs.rule} would have ${targets} targets; allowed are ${TARGETS_LIMIT}`;
}
