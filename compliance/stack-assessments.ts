import type { Platform } from "../config/platform";
import { committedFacts, sourcesOf } from "../facts/sources";
import { estateOfPlan } from "../policies/estate-of-plan";
import { evaluate } from "../policies/evaluate";
import { committedExemptions } from "../policies/exemption-file";
import { RULES } from "../policies/index";
import type { PlannedResource } from "../policies/resource";
import { staleManifests } from "../policies/stale-manifests";
import { today } from "../policies/today";
import { UserError } from "../sandbox/engine/user-error";
import { type Assessment, assess } from "./assess";
import type { Control } from "./control";

/**
 * What shows the controls of a stack: its plan, its committed manifests, the rules over both and the documented facts.
 *
 * @throws {UserError} when the manifests aren't what the plan deploys: they would show what isn't so
 */
export function stackAssessments(
  controls: readonly Control[],
  platform: Platform,
  resources: readonly PlannedResource[],
): readonly Assessment[] {
  const sources = sourcesOf(platform, resources);
  const stale = staleManifests(sources.manifests, resources);
  if (stale.length > 0) {
    const names = stale.map((name) => `  ${name}`).join("\n");
    throw new UserError(`manifests/${platform.stack} is not what the plan deploys: run npm run synth.\n${names}`);
  }
  const exemptions = committedExemptions(RULES.map(({ id }) => id));
  const estate = estateOfPlan(platform, resources, sources.manifests, today());
  const { verdicts } = evaluate(estate, { rules: RULES, exemptions });
  return assess(controls, { stack: platform.stack, sources, facts: committedFacts(), verdicts });
}
