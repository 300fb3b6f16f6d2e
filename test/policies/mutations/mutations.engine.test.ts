import { join } from "node:path";
import type { KubeObject } from "../../../charts/kube-object";
import { objectsIn } from "../../../policies/estate-of-plan";
import { evaluate } from "../../../policies/evaluate";
import { committedExemptions } from "../../../policies/exemption-file";
import { RULES } from "../../../policies/index";
import { manifestsIn } from "../../../policies/manifests";
import type { PlannedResource } from "../../../policies/resource";
import { REPOSITORY } from "../../../sandbox/vantage-project";
import { PROD, type ProdCopy, prodCopy } from "../../sandbox/prod/prod-copy";
import { copyOf, estateOf, type Things } from "../estate-fixture";
import { resourcesAfterUp } from "../stack-after-up";
import { MUTATIONS } from "./all";

let prod: ProdCopy;
let resources: readonly PlannedResource[];
let manifests: readonly KubeObject[];
beforeAll(async () => {
  prod = prodCopy();
  resources = await resourcesAfterUp(prod);
  manifests = manifestsIn(join(REPOSITORY, "manifests", PROD));
}, 300_000);
afterAll(() => prod.remove());

/** The resources and the manifests, as one set in which the manifests count, to be changed at will. */
function things(): Things {
  // An object of the plan that is a manifest too would undo the mutation of the other.
  const committed = new Set(manifests.map(({ kind, metadata }) => `${kind} ${metadata.namespace} ${metadata.name}`));
  const own = resources.filter((resource) =>
    objectsIn(resource).every(({ kind, metadata }) => !committed.has(`${kind} ${metadata.namespace} ${metadata.name}`)),
  );
  return copyOf(own, manifests);
}

/** How many violations a rule finds in prod after a change. */
function violations(id: string, change: (of: Things) => void = () => undefined): number {
  const of = things();
  change(of);
  const rules = RULES.filter((rule) => rule.id === id);
  const judges = { rules, exemptions: committedExemptions(RULES.map((rule) => rule.id)) };
  return evaluate(estateOf(of), judges).verdicts.filter(({ outcome }) => outcome === "violation").length;
}

test("every rule has something on prod to judge, and can", () => {
  const estate = estateOf(things());
  const judged = RULES.map((rule) => [rule.id, rule.judge(estate)] as const);
  expect(judged.filter(([, judgements]) => judgements.length === 0).map(([id]) => id)).toEqual([]);
  const unknown = judged.flatMap(([id, judgements]) =>
    judgements.filter(({ outcome }) => outcome === "not evaluated").map(({ subject }) => `${id}: ${subject.text}`),
  );
  expect(unknown).toEqual([]);
});

test("every rule has a mutation, and every mutation a rule", () => {
  expect(Object.keys(MUTATIONS).sort()).toEqual(RULES.map(({ id }) => id).sort());
  expect(Object.entries(MUTATIONS).filter(([, mutations]) => mutations.length === 0)).toEqual([]);
});

describe("mutations of prod", () => {
  const cases = Object.entries(MUTATIONS).flatMap(([id, of]) =>
    of.map(({ what, change }) => [id, what, change] as const),
  );

  test.each(cases)("%s catches: %s", (id, _what, change) => {
    // What it finds without the change proves nothing.
    expect(violations(id, change)).toBeGreaterThan(violations(id));
  });
});
