import { median } from "./median";
import { type Series, timesAsLong } from "./series";

/** Least factor by which `npm run synth` is faster than `cdk8s synth`. Source: design.md, "Numbers to hold". */
export const TARGET_CDK8S_RATIO = 10;

/** Most times as long as `helm template` that synth takes, each started by itself. Source: design.md, "Numbers to hold". */
export const TARGET_HELM_RATIO = 3;

/**
 * Most times as much that an object costs among many as among few: what "linear" leaves room for. Cost that grew with the square would give ten times as much, and noise of the machine moves the ratio by
 * some tenths.
 */
export const TARGET_GROWTH = 1.5;

/** Numbers of objects between which cost is to be linear. Source: design.md, "Numbers to hold". */
export const FEW_OBJECTS = 1000;
export const MANY_OBJECTS = 10_000;

/** What one run of the benchmark measured of synth. */
export interface SynthFigures {
  /** Objects that each command renders. */
  readonly objects: number;
  readonly cdk8s: Series;
  readonly cdk8sUnchecked: Series;
  /** `npm run synth`. */
  readonly npm: Series;
  readonly helm: Series;
  /** The command behind `npm run synth`. */
  readonly node: Series;
  /** Seconds for so many synthetic objects. */
  readonly few: Series;
  readonly many: Series;
}

/** How many times as much an object costs among many as among few. */
export function growth({ few, many }: SynthFigures): number {
  return timesAsLong(many, few) / (MANY_OBJECTS / FEW_OBJECTS);
}

/** The numbers of synth that are not held, in words; none when all are. */
export function synthShortfalls(figures: SynthFigures): readonly string[] {
  const cdk8s = timesAsLong(figures.cdk8s, figures.npm);
  const helm = timesAsLong(figures.node, figures.helm);
  return [
    cdk8s < TARGET_CDK8S_RATIO
      ? `npm run synth is ${cdk8s.toFixed(1)} times as fast as cdk8s synth; at least ${TARGET_CDK8S_RATIO} is to hold.`
      : "",
    helm > TARGET_HELM_RATIO
      ? `Synth takes ${helm.toFixed(1)} times as long as helm template; at most ${TARGET_HELM_RATIO} is to hold.`
      : "",
    growth(figures) > TARGET_GROWTH
      ? `Of ${MANY_OBJECTS} objects each costs ${growth(figures).toFixed(1)} times as much as of ${FEW_OBJECTS}; at most ${TARGET_GROWTH} is to hold.`
      : "",
  ].filter((text) => text !== "");
}

/** Milliseconds that each of so many objects costs. */
export function millisecondsEach(series: Series, objects: number): number {
  return (median(series.seconds) * 1000) / objects;
}
