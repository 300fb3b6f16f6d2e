import type { cloudwatch } from "@pulumi/aws";
import type { helm } from "@pulumi/kubernetes";
import type { Unwrap } from "@pulumi/pulumi";
import { textAt } from "../../charts/checks/object-readers";
import type { Estate } from "../estate";
import type { Resource } from "../resource";
import { ifShown } from "../shown";
import { QUEUE, type Queue } from "../sqs/queues";

export const HELM_RELEASE = "kubernetes:helm.sh/v3:Release";
const EVENT_RULE = "aws:cloudwatch/eventRule:EventRule";
const EVENT_TARGET = "aws:cloudwatch/eventTarget:EventTarget";

type Release = Resource<Unwrap<helm.v3.ReleaseArgs>>;
export type EventRule = Resource<Unwrap<cloudwatch.EventRuleArgs>>;
type EventTarget = Resource<Unwrap<cloudwatch.EventTargetArgs>>;

/** Whether a Helm release is Karpenter's controller, wherever its chart comes from. */
export function isKarpenter({ inputs: { chart } }: Release): boolean {
  return /(^|\/)karpenter$/.test(chart ?? "");
}

/** The queue that a release of Karpenter listens to, by its name; empty where it listens to none. Source: Karpenter 0.37.0, chart, settings.interruptionQueue. */
export function interruptionQueueOf({ inputs: { values } }: Release): string {
  return textAt(values, ["settings", "interruptionQueue"]);
}

/** Whether some Karpenter of the estate listens to a queue. */
export function isInterruptionQueue({ inputs: { name } }: Queue, estate: Estate): boolean {
  return estate
    .ofType<Unwrap<helm.v3.ReleaseArgs>>(HELM_RELEASE)
    .some((release) => isKarpenter(release) && interruptionQueueOf(release) === name);
}

/** The rules of EventBridge that send what they match to a queue. */
export function eventRulesTo(queue: Queue, estate: Estate): readonly EventRule[] {
  const targets = estate
    .ofType<Unwrap<cloudwatch.EventTargetArgs>>(EVENT_TARGET)
    .filter((target) => isTo(target, queue, estate));
  return estate
    .ofType<Unwrap<cloudwatch.EventRuleArgs>>(EVENT_RULE)
    .filter(({ inputs: { name } }) => name !== undefined && targets.some(({ inputs: { rule } }) => rule === name));
}

/** Whether a target is the queue: by its ARN, or, before there is one, by what the target waits for. */
function isTo(target: EventTarget, queue: Queue, estate: Estate): boolean {
  const arn = ifShown(() => target.inputs.arn);
  return arn === undefined
    ? estate.dependenciesOf(target, QUEUE).some(({ urn }) => urn === queue.urn)
    : arn.endsWith(`:${queue.inputs.name}`);
}
