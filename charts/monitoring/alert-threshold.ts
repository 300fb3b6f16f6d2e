import type { Platform } from "../../config/platform";
import { ruleFiles } from "./rule-files";

/**
 * The number with which an alert compares what it measures: the last of its expression. Dashboards draw their lines there, and runbooks name it.
 *
 * @throws {Error} when there is no such alert, or it ends with something else: an error of ours
 */
export function alertThreshold(platform: Platform, name: string): number {
  const rule = ruleFiles(platform)
    .flatMap(({ rules }) => rules)
    .find((candidate) => "alert" in candidate && candidate.alert === name);
  const [, number] = /(?:<|>)=?\s*(\d+(?:\.\d+)?(?:e\d+)?)\s*$/.exec(rule?.expr ?? "") ?? [];
  if (number === undefined) {
    throw new Error(
      `Alert ${name} has no threshold at the end of its expression: ${rule?.expr ?? "there is no such alert"}.`,
    );
  }
  return Number(number);
}
