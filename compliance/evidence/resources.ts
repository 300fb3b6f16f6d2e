import { isDeepStrictEqual } from "node:util";
import { referenceOf, referenceText } from "../../charts/kube-object";
import { matchesPlace, type Sources } from "../../facts/read-back";
import { parseSelector, select } from "../../facts/selector";
import { resourceText } from "../../policies/resource";
import { type ResourceEvidence, selectorOf } from "../control";
import { named, type Piece } from "./shown";

/**
 * Looks for what implements a control. A fact reads a list of those that have a value; here every one that the name fits has to have it, because a key without rotation beside two with
 * it is no evidence of rotation.
 */
export function resourcePiece(wanted: ResourceEvidence, sources: Pick<Sources, "resources" | "manifests">): Piece {
  const target = wanted.plan ?? wanted.manifest ?? "";
  const selector = selectorOf(target);
  const place = selector === undefined ? target : target.slice(0, -` > ${selector}`.length);
  const candidates: readonly (readonly [string, unknown])[] =
    wanted.plan === undefined
      ? sources.manifests.map((object) => [referenceText(referenceOf(object)), object])
      : sources.resources.map((resource) => [resourceText(resource), resource.inputs]);
  const found = candidates.filter(([name]) => matchesPlace(name, place));
  const subjects = found.map(([name]) => name);
  if (found.length === 0) return { outcome: "missing", message: `nothing is at ${place}` };
  if (found.length > 1 && !place.includes("*")) {
    return { outcome: "missing", message: `${place} names ${found.length} of them; a list needs a * in it` };
  }
  if (selector === undefined) return { outcome: "shown", subjects, says: "is there" };
  const steps = parseSelector(selector);
  const others = found.filter(([, value]) => !isDeepStrictEqual(select(value, steps), wanted.value));
  const expected = JSON.stringify(wanted.value);
  if (others.length === 0) return { outcome: "shown", subjects, says: `${selector} is ${expected}` };
  const said = JSON.stringify(select(others[0]?.[1], steps)) ?? "not there";
  const message = `${selector} is ${said}, not ${expected}: ${named(others.map(([name]) => name))}`;
  return { outcome: "missing", message };
}
