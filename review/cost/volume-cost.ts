import type { BlockVolume } from "../nodes/node-source";
import { eachOf, type Range } from "../range";
import { charge } from "./charge";
import { type Priced, together, unpriced } from "./cost-line";

/** What a gp3 volume has without paying for it. Source: Amazon EBS user guide, "General Purpose SSD volumes", gp3 baseline. */
const GP3_FREE = { iops: 3_000, throughputMibPerSecond: 125 } as const;

/** IOPS of an io2 volume that have the first price; more cost less. Source: aws.amazon.com/ebs/pricing, io2. */
const IO2_FIRST_STEP_IOPS = 32_000;

/** Where some volumes are, and how many. */
export interface Volumes {
  /** `root volumes`, `volumes of claim data`. */
  readonly what: string;
  readonly resource: string;
  readonly region: string | undefined;
  readonly count: Range;
}

/** What some volumes of a kind cost a month. EBS sells GiB, and calls them GB. */
export function volumeCost(volume: BlockVolume, { count, ...where }: Volumes): Priced {
  const { sizeGib, type } = volume;
  if (sizeGib === 0) return unpriced(where.resource, where.what, "the plan doesn't tell their size");
  const times = (units: number) => eachOf(count, (volumes) => volumes * units);
  const counted = `${sizeGib} GiB ${type} each, ${countText(count, "volume")}`;
  if (type === "gp3") {
    const iops = Math.max(0, (volume.iops ?? 0) - GP3_FREE.iops);
    const throughput = Math.max(0, (volume.throughputMibPerSecond ?? 0) - GP3_FREE.throughputMibPerSecond);
    return together([
      charge({ ...where, service: "gp3Storage", amount: times(sizeGib), assumption: counted }),
      ...extra(`${where.what}: IOPS`, iops, `above ${GP3_FREE.iops}`, "gp3Iops"),
      ...extra(
        `${where.what}: throughput`,
        throughput,
        `MiB/s above ${GP3_FREE.throughputMibPerSecond}`,
        "gp3Throughput",
      ),
    ]);
  }
  if (type !== "io2") return unpriced(where.resource, where.what, `there is no price of ${type} volumes`);
  const { iops = 0 } = volume;
  return together([
    charge({ ...where, service: "io2Storage", amount: times(sizeGib), assumption: counted }),
    ...(iops > IO2_FIRST_STEP_IOPS
      ? [unpriced(where.resource, `${where.what}: IOPS`, `there is no price of more than ${IO2_FIRST_STEP_IOPS} IOPS`)]
      : extra(`${where.what}: IOPS`, iops, "of io2", "io2Iops")),
  ]);

  function extra(what: string, units: number, of: string, service: "gp3Iops" | "gp3Throughput" | "io2Iops") {
    const assumption = `${units} ${of} each, ${countText(count, "volume")}`;
    return units === 0 ? [] : [charge({ ...where, what, service, amount: times(units), assumption })];
  }
}

/** Numbers for readers: `1 node`, `3 nodes`, or `12 to 40 nodes, 18 at first`. */
export function countText({ minimum, typical, maximum }: Range, noun: string): string {
  if (minimum === maximum) return `${typical} ${noun}${typical === 1 ? "" : "s"}`;
  return `${minimum} to ${maximum} ${noun}s, ${typical} at first`;
}
