import type { PlannedResource } from "../../../../policies/resource";
import { type Changeable, resource, urnOf } from "../../estate-fixture";

/** How reports call the NodePool below. */
export const POOL = "karpenter.sh/NodePool general";

const QUEUE = "aws:sqs/queue:Queue";
const EVENT_RULE = "aws:cloudwatch/eventRule:EventRule";

/** A NodePool. */
export function pool(spec: object, apiVersion = "karpenter.sh/v1beta1"): Changeable {
  return { apiVersion, kind: "NodePool", metadata: { name: "general" }, spec };
}

/** A node class. */
export function nodeClass(spec: object): Changeable {
  return { apiVersion: "karpenter.k8s.aws/v1beta1", kind: "EC2NodeClass", metadata: { name: "default" }, spec };
}

/** The Helm release of Karpenter's controller. */
export function controller(): PlannedResource {
  return resource("kubernetes:helm.sh/v3:Release", "karpenter", {
    chart: "oci://public.ecr.aws/karpenter/karpenter",
    values: { settings: { interruptionQueue: "interruptions" } },
  });
}

/** The queue that the controller listens to. */
export function queue(): PlannedResource {
  return resource(QUEUE, "queue", { name: "interruptions" });
}

/** A rule of EventBridge, and the target by which it sends to the queue. */
export function sends(name: string, source: string, detailType: string): readonly PlannedResource[] {
  return [
    resource(EVENT_RULE, name, {
      name: `test-${name}`,
      eventPattern: JSON.stringify({ source: [source], "detail-type": [detailType] }),
    }),
    resource(
      "aws:cloudwatch/eventTarget:EventTarget",
      `${name}-target`,
      { rule: `test-${name}`, arn: "[unknown]" },
      { dependencies: [urnOf(EVENT_RULE, name), urnOf(QUEUE, "queue")] },
    ),
  ];
}

/** The policy of the queue. */
export function queuePolicy(policy: object): PlannedResource {
  return resource(
    "aws:sqs/queuePolicy:QueuePolicy",
    "policy",
    { queueUrl: "[unknown]", policy: JSON.stringify(policy) },
    { dependencies: [urnOf(QUEUE, "queue")] },
  );
}
