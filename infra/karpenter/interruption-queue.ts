import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { PlatformWith } from "../../config/parts";
import { policyJson } from "../identity/policy-document";
import {
  INTERRUPTION_EVENT_NAMES,
  INTERRUPTION_EVENTS,
  INTERRUPTION_TARGET_ID,
  type InterruptionEvent,
  ruleName,
} from "./interruption-events";
import { queuePolicy } from "./queue-policy";

/** What the interruption queue is made from. */
export interface InterruptionQueueArgs {
  readonly platform: PlatformWith<"karpenter">;
}

/**
 * The queue through which EC2 and AWS Health tell Karpenter that an instance is about to go, with its policy and the four rules that fill it.
 *
 * One queue serves one cluster: the controller deletes messages about instances it does not own. It has no dead-letter queue and no
 * visibility timeout of its own; the controller sends 20 s with every request. Encryption is by keys that SQS manages, because EventBridge
 * can't use a customer key without a grant of its own.
 *
 * Changing the queue's name replaces it; events of the last seconds are lost, and the controller restarts with the new name.
 *
 * Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml; document 001, section 1.
 */
export class InterruptionQueue extends pulumi.ComponentResource {
  /** URL of the queue. */
  readonly url: pulumi.Output<string>;

  constructor(name: string, { platform }: InterruptionQueueArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:karpenter:InterruptionQueue", name, {}, opts);
    const { name: queueName, retention } = platform.karpenter.interruptionQueue;
    const clusterName = platform.cluster.name;

    const queue = new aws.sqs.Queue(
      `${name}-queue`,
      { name: queueName, messageRetentionSeconds: retention.seconds, sqsManagedSseEnabled: true },
      { parent: this },
    );
    const policy = new aws.sqs.QueuePolicy(
      `${name}-policy`,
      {
        queueUrl: queue.url,
        policy: policyJson(queuePolicy({ location: platform.aws, clusterName, queueName })),
      },
      { parent: this },
    );
    for (const event of INTERRUPTION_EVENT_NAMES) {
      this.deliver(`${name}-${event}`, { event, clusterName, queue, policy });
    }

    this.url = queue.url;
    this.registerOutputs({ url: this.url });
  }

  /** One rule and its target. The policy comes first: a delivery that the queue refuses is dropped without a trace. */
  private deliver(
    name: string,
    args: { event: InterruptionEvent; clusterName: string; queue: aws.sqs.Queue; policy: aws.sqs.QueuePolicy },
  ): void {
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        name: ruleName(args.clusterName, args.event),
        description: `Tells Karpenter of ${INTERRUPTION_EVENTS[args.event]["detail-type"][0]}`,
        eventPattern: JSON.stringify(INTERRUPTION_EVENTS[args.event]),
      },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(
      `${name}-target`,
      { rule: rule.name, targetId: INTERRUPTION_TARGET_ID, arn: args.queue.arn },
      { parent: this, dependsOn: [args.policy] },
    );
  }
}
