import type { KubeObject } from "../../charts/kube-object";
import { deployableRendering } from "../../charts/synthesize";
import type { Platform } from "../../config/platform";

import type { Step } from "../../upgrade/step";
import { type UpgradePath, upgradePath } from "../../upgrade/upgrade-path";
import { type ProdInput, prodPlatform, prodWith } from "../infra/prod-platform";

/** The day on which tests plan. */
export const TODAY = new Date("2026-11-21T12:00:00Z");

/** A rendering is the same for all that don't change charts: made once. */
export const PROD_OBJECTS: readonly KubeObject[] = deployableRendering(prodPlatform()).flatMap(
  ({ objects }) => objects,
);

/** prod with other versions. */
export function platformAt(version: string, change: (input: ProdInput) => void = () => {}): Platform {
  return prodWith((input) => {
    input.cluster.version = version;
    change(input);
  });
}

/** An upgrade of such a platform. */
export function pathTo(to: string, platform: Platform, objects = PROD_OBJECTS, today = TODAY): UpgradePath {
  return upgradePath({ platform, objects, to, today });
}

/** The step about a subject that begins so; fails where there is not exactly one. */
export function stepOf({ steps }: UpgradePath, subject: string): Step {
  const [step, ...more] = steps.filter((each) => each.subject.startsWith(subject));
  if (step === undefined || more.length > 0) throw new Error(`${more.length + 1} or no steps about ${subject}`);
  return step;
}
