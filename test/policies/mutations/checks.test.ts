import { join } from "node:path";
import { CHECKS, type CheckName } from "../../../charts/checks/all";
import type { KubeObject } from "../../../charts/kube-object";
import { manifestsIn } from "../../../policies/manifests";
import { prodPlatform } from "../../infra/prod-platform";
import { copyOf } from "../estate-fixture";
import { CHECK_MUTATIONS, checkMutations } from "./checks";
import type { Mutation } from "./mutation";

const platform = prodPlatform();
const manifests = manifestsIn(join(__dirname, "../../../manifests/prod"));

/** Every check, with the changes that it has to catch. */
const cases = (Object.keys(CHECKS) as CheckName[]).flatMap((id) =>
  (checkMutations[id] ?? []).map(({ what, change }) => [id, what, change] as const),
);

/** The messages of what a check finds in the manifests after a change. */
function messages(id: CheckName, change?: Mutation["change"]): readonly string[] {
  const things = copyOf([], manifests);
  change?.(things);
  return CHECKS[id].find({ objects: things.objects as KubeObject[], platform }).map(({ message }) => message);
}

test("every check has a mutation, of one file, and every mutation a check", () => {
  const ids = CHECK_MUTATIONS.flatMap((mutations) => Object.keys(mutations));
  expect(ids.sort()).toEqual(Object.keys(CHECKS).sort());
  expect(Object.entries(checkMutations).filter(([, mutations]) => mutations.length === 0)).toEqual([]);
});

// A check that finds something as it is would seem to catch every mutation.
test.each(Object.keys(CHECKS) as CheckName[])("%s finds nothing in the manifests of prod", (id) => {
  expect(messages(id)).toEqual([]);
});

test.each(cases)("%s catches: %s", (id, _what, change) => {
  expect(messages(id, change)).not.toEqual([]);
});
