import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  FINDING_SOURCES,
  type FindingSource,
  findingLogGroupName,
  findingTopicName,
} from "../../config/derived/finding-names";
import type { Platform } from "../../config/platform";
import type { Duration } from "../../config/units/duration";
import { policyJson } from "../identity/policy-document";
import { findingMessage } from "./finding-message";
import { allFindings, type EventPattern, findingsOf } from "./finding-patterns";
import { findingRuleName, findingTopicPolicy } from "./finding-policies";
import { SEVERITY_ROUTES } from "./severity-routes";

/** What a channel is made from. */
export interface FindingChannelArgs {
  readonly platform: Platform;
  readonly source: FindingSource;
  readonly subscribers: readonly string[];
  readonly retention: Duration;
  readonly topicKeyArn: pulumi.Input<string>;
  readonly logsKeyArn: pulumi.Input<string>;
  /** Resource policy that lets EventBridge write to the log group: before it, findings would be lost without a trace. */
  readonly logPolicy: pulumi.Resource;
}

/**
 * How the findings of one service reach people: a topic, encrypted and for TLS only, with an e-mail subscription for each address; a rule for each severity that somebody has to answer; and a log
 * group with all findings.
 *
 * An e-mail subscription is pending until the address confirms it. Pulumi can't delete a pending one; AWS does after two days.
 *
 * Source: the GovCloud guide (004), Alert Channels and AWS CloudWatch.
 */
export class FindingChannel extends pulumi.ComponentResource {
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: FindingChannelArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:security-services:FindingChannel", name, {}, opts);
    const { platform, source, subscribers } = args;
    const parent = { parent: this };
    const { shown } = FINDING_SOURCES[source];

    const topic = new aws.sns.Topic(
      `${name}-topic`,
      {
        name: findingTopicName(platform, source),
        displayName: `${shown} ${platform.cluster.name}`.slice(0, MAX_DISPLAY_CHARACTERS),
        kmsMasterKeyId: args.topicKeyArn,
      },
      parent,
    );
    this.topicArn = topic.arn;
    const policy = new aws.sns.TopicPolicy(
      `${name}-topic`,
      { arn: topic.arn, policy: policyJson(findingTopicPolicy(platform, source)) },
      parent,
    );
    for (const address of subscribers) {
      new aws.sns.TopicSubscription(
        `${name}-${address}`,
        { topic: topic.arn, protocol: "email", endpoint: address },
        parent,
      );
    }
    for (const route of SEVERITY_ROUTES[source]) {
      this.route(`${name}-${route.severity}`, {
        ruleName: findingRuleName(platform, source, route.severity),
        description: `${shown}: ${route.severity} findings, to be answered within ${route.respondWithin}`,
        pattern: findingsOf(source, route.severity),
        target: { arn: topic.arn, inputTransformer: findingMessage(source, platform.cluster.name, route) },
        after: policy,
      });
    }
    this.writeDown(name, args);
    this.registerOutputs({ topicArn: this.topicArn });
  }

  /** Every finding, whatever its severity, into the log group. */
  private writeDown(name: string, { platform, source, retention, logsKeyArn, logPolicy }: FindingChannelArgs): void {
    const logs = new aws.cloudwatch.LogGroup(
      `${name}-log`,
      { name: findingLogGroupName(platform, source), retentionInDays: retention.days, kmsKeyId: logsKeyArn },
      { parent: this, protect: platform.platform.protectData },
    );
    this.route(`${name}-log`, {
      ruleName: findingRuleName(platform, source),
      description: `${FINDING_SOURCES[source].shown}: all findings, to be kept`,
      pattern: allFindings(source),
      target: { arn: logs.arn },
      after: logPolicy,
    });
  }

  /** One rule and its target, which comes after whatever lets EventBridge deliver there. */
  private route(
    name: string,
    rule: {
      readonly ruleName: string;
      readonly description: string;
      readonly pattern: EventPattern;
      readonly target: Pick<aws.cloudwatch.EventTargetArgs, "arn" | "inputTransformer">;
      readonly after: pulumi.Resource;
    },
  ): void {
    const made = new aws.cloudwatch.EventRule(
      name,
      { name: rule.ruleName, description: rule.description, eventPattern: JSON.stringify(rule.pattern) },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(
      `${name}-target`,
      { rule: made.name, targetId: FINDING_TARGET_ID, ...rule.target },
      { parent: this, dependsOn: [rule.after] },
    );
  }
}

/** Name of the one target of each rule. */
const FINDING_TARGET_ID = "findings";

/** Characters of a topic's display name. Source: SNS API reference, CreateTopic, DisplayName. */
const MAX_DISPLAY_CHARACTERS = 100;
