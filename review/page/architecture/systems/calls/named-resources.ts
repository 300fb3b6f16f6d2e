import { textAt } from "../../../../../charts/checks/object-readers";
import type { World } from "../world";
import type { Call, End } from "./call";

/** Types of resources that systems use by a name of their own, the input that holds it, and the service as readers call it. */
const NAMED = [
  { type: "aws:s3/bucket:Bucket", input: "bucket", service: "Amazon S3" },
  { type: "aws:sqs/queue:Queue", input: "name", service: "Amazon SQS" },
  { type: "aws:cloudwatch/logGroup:LogGroup", input: "name", service: "CloudWatch Logs" },
] as const;

/** Names that are shorter could be any word. */
const SHORTEST = 6;

/** The calls to buckets, queues and log groups of the plan whose names a component's configuration holds. */
export function namedResources(world: World): readonly Call[] {
  const targets = world.resources.flatMap((resource) => {
    const named = NAMED.find(({ type }) => type === resource.type);
    const name = named === undefined ? "" : textAt(resource.inputs, [named.input]);
    if (named === undefined || name.length < SHORTEST) return [];
    return [{ to: `${named.service}/${name}`, name: wholeName(name) }];
  });
  return world.components.flatMap((component) => {
    const texts = world.texts.get(component) ?? [];
    const [source = component.id] = component.things;
    return targets
      .filter(({ name }) => texts.some((text) => name.test(text)))
      .map(({ to }): Call => ({ from: component.id, to, ports: [], kind: "traffic", source }));
  });
}

/** A name that isn't part of a longer one. */
function wholeName(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}(?![\\w-])`);
}

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const EVENTS: End = "Amazon EventBridge";

/** The events that rules send to queues. */
export function sentEvents({ resources }: World): readonly Call[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return resources
    .filter(({ type }) => type === TARGET)
    .flatMap(({ dependencies }) => {
      const needed = dependencies.map((urn) => byUrn.get(urn));
      const rule = needed.find((resource) => resource?.type === RULE);
      const queue = needed.find((resource) => resource?.type === "aws:sqs/queue:Queue");
      const name = textAt(queue?.inputs, ["name"]) || queue?.name;
      if (rule === undefined || name === undefined) return [];
      return [{ from: EVENTS, to: `Amazon SQS/${name}`, ports: [], kind: "traffic", source: `${RULE} ${rule.name}` }];
    });
}
