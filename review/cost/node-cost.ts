import { INSTANCE_PRICES, SPOT_SAVING_PERCENT } from "../../config/reference/instance-prices";
import { fillsOf, type NodeFill } from "../nodes/node-fill";
import type { NodeLimits, NodeSource } from "../nodes/node-source";
import { always, eachOf, type Range } from "../range";
import { charge, HOURS_PER_MONTH, noPrice, usd } from "./charge";
import { COST_UNIT, type Priced, together, unpriced } from "./cost-line";
import { countText, volumeCost } from "./volume-cost";

/** Metrics that an instance sends with detailed monitoring, each charged like one of one's own. Source: aws.amazon.com/cloudwatch/pricing, example of EC2 detailed monitoring; infracost, aws_instance. */
const DETAILED_METRICS = 7;

const WHAT = "instances";

interface PricedType {
  readonly name: string;
  readonly usdPerHour: number;
}

/** What the nodes of a source cost: instances, their own volumes and their metrics. */
export function nodeCost(source: NodeSource): Priced {
  const { instanceTypes, region, resource, size } = source;
  const prices = INSTANCE_PRICES[region ?? ""]?.usdPerHour ?? {};
  const priced = instanceTypes.flatMap((name): readonly PricedType[] => {
    const usdPerHour = prices[name];
    return usdPerHour === undefined ? [] : [{ name, usdPerHour }];
  });
  const missing = instanceTypes.filter((name) => prices[name] === undefined);
  const instances = "nodes" in size ? groupCost(source, size.nodes, priced) : launchedCost(source, size.limits, priced);
  const without = instanceTypes.length === 0 ? "the plan doesn't name their type" : noPrice(missing.join(", "), region);
  return together([
    instances.priced,
    ...(missing.length > 0 || instanceTypes.length === 0 ? [unpriced(resource, WHAT, without)] : []),
    ...(instances.nodes === undefined ? [] : [besides(source, instances.nodes)]),
  ]);
}

/** Instances of a source, and the number of nodes that goes with it; without one where nothing bounds it. */
interface Instances {
  readonly priced: Priced;
  readonly nodes: Range | undefined;
}

const NOTHING: Priced = { lines: [], notPriced: [] };

/** A group: the cheapest of its types at the least, the one it prefers with its desired size, the dearest at the most. */
function groupCost({ resource, capacity }: NodeSource, nodes: Range, types: readonly PricedType[]): Instances {
  const [preferred] = types;
  if (preferred === undefined) return { priced: NOTHING, nodes };
  const share = capacity === "spot" ? 100 - SPOT_SAVING_PERCENT : 100;
  const rates = types.map(({ usdPerHour }) => usdPerHour);
  const monthly = (usdPerHour: number, percent: number, count: number) =>
    usd((usdPerHour * percent) / 100, count * HOURS_PER_MONTH);
  const line = {
    what: WHAT,
    resource,
    minimum: monthly(Math.min(...rates), share, nodes.minimum),
    typical: monthly(preferred.usdPerHour, share, nodes.typical),
    // A spot price never exceeds that on demand, and nothing less bounds it.
    maximum: monthly(Math.max(...rates), 100, nodes.maximum),
    unit: COST_UNIT,
    assumption: `${countText(nodes, "node")}; ${typesText(types)}; ${HOURS_PER_MONTH} hours a month${spotText(capacity)}`,
  } as const;
  return { priced: { lines: [line], notPriced: [] }, nodes };
}

/** A NodePool: none until pods wait for one, and up to its limits the type that fills them dearest. */
function launchedCost(source: NodeSource, limits: NodeLimits, types: readonly PricedType[]): Instances {
  const { resource, capacity } = source;
  const fills = fillsOf(source, limits);
  if (fills === undefined) {
    return {
      priced: unpriced(resource, WHAT, "it has no limits: nothing bounds what it may launch"),
      nodes: undefined,
    };
  }
  const rated = fills.flatMap((fill) => {
    const rate = types.find(({ name }) => name === fill.name)?.usdPerHour;
    return rate === undefined ? [] : [{ fill, rate, monthly: usd(rate, fill.nodes * HOURS_PER_MONTH) }];
  });
  const [dearest] = rated.sort((one, other) => other.monthly - one.monthly || other.fill.nodes - one.fill.nodes);
  if (dearest === undefined) return { priced: NOTHING, nodes: upTo(mostNodes(fills)) };
  const { fill, rate, monthly } = dearest;
  const line = {
    what: WHAT,
    resource,
    minimum: 0,
    typical: 0,
    maximum: monthly,
    unit: COST_UNIT,
    assumption: `none until pods wait for a node; at the most ${fill.nodes} × ${fill.name}, which fills ${limitsText(limits)} dearest of its types alone, at ${rate} USD/hour on demand; ${HOURS_PER_MONTH} hours a month${capacity === "on demand" ? "" : "; spot costs less"}`,
  } as const;
  return { priced: { lines: [line], notPriced: [] }, nodes: upTo(fill.nodes) };
}

/** What every node has beside its instance. */
function besides({ resource, region, volumes, detailedMonitoring }: NodeSource, nodes: Range): Priced {
  const what = "root volumes";
  const metrics = { what: "detailed monitoring", resource, region, service: "metric" } as const;
  return together([
    ...(volumes === undefined
      ? [unpriced(resource, what, "the plan doesn't tell them: the image of the nodes does")]
      : volumes.map((volume) => volumeCost(volume, { what, resource, region, count: nodes }))),
    ...(detailedMonitoring
      ? [
          charge({
            ...metrics,
            amount: eachOf(nodes, (count) => count * DETAILED_METRICS),
            assumption: `${DETAILED_METRICS} metrics each, ${countText(nodes, "node")}`,
          }),
        ]
      : []),
  ]);
}

function upTo(maximum: number): Range {
  return { ...always(0), maximum };
}

function mostNodes(fills: readonly NodeFill[]): number {
  return Math.max(0, ...fills.map(({ nodes }) => nodes));
}

function typesText(types: readonly PricedType[]): string {
  return types.map(({ name, usdPerHour }) => `${name} at ${usdPerHour} USD/hour`).join(", ");
}

function spotText(capacity: NodeSource["capacity"]): string {
  return capacity === "spot"
    ? `; spot, ${SPOT_SAVING_PERCENT}% less than that, but the maximum at the price on demand, which spot never exceeds`
    : "";
}

function limitsText({ vcpu, memoryGib }: NodeLimits): string {
  const texts = [vcpu === undefined ? [] : [`${vcpu} vCPU`], memoryGib === undefined ? [] : [`${memoryGib} GiB`]];
  return `the limits of ${texts.flat().join(" and ")}`;
}
