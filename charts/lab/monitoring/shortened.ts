import { Duration } from "../../../config/units/duration";

/** How the lab's time runs. */
export interface LabTime {
  /**
   * By what windows, patience and intervals are divided, at least 1: an exercise that takes an hour of the alerts' time is over in two minutes at 30.
   *
   * @default 1, the documented times
   */
  readonly windowFactor?: number;
}

/**
 * A length of time by a factor shorter, as Prometheus reads it: to the millisecond, which is its own resolution. With factor 1 it is as written.
 *
 * @example shortened("5m", 30) // 10s
 * @throws {RangeError} when the factor is below 1, or so large that nothing is left
 */
export function shortened(duration: string, { windowFactor = 1 }: LabTime): string {
  const { seconds } = Duration.parse(duration);
  if (!(windowFactor >= 1)) throw new RangeError(`windowFactor is ${windowFactor}; a factor is 1 or more`);
  if (windowFactor === 1 || seconds === 0) return duration;
  const milliseconds = Math.round((seconds * 1000) / windowFactor);
  if (milliseconds === 0) throw new RangeError(`windowFactor ${windowFactor} leaves nothing of ${duration}`);
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}
