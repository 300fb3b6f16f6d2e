import { join } from "node:path";
import type { KubeObject } from "../../charts/kube-object";
import { estateOfPlan } from "../../policies/estate-of-plan";
import { type Evaluation, evaluate } from "../../policies/evaluate";
import { committedExemptions } from "../../policies/exemption-file";
import { RULES } from "../../policies/index";
import { manifestsIn } from "../../policies/manifests";
import type { PlannedResource } from "../../policies/resource";
import { staleManifests } from "../../policies/stale-manifests";
import { REPOSITORY } from "../../sandbox/vantage-project";
import { STACKS, stackPlatform } from "../infra/stack-platform";
import { type ProdCopy, prodCopy } from "../sandbox/prod/prod-copy";
import { TODAY } from "./estate-fixture";
import { resourcesAfterUp } from "./stack-after-up";

describe.each(STACKS)("%s, once it exists", (stack) => {
  let copy: ProdCopy;
  let resources: readonly PlannedResource[];
  let manifests: readonly KubeObject[];
  let evaluation: Evaluation;
  beforeAll(async () => {
    copy = prodCopy(stack);
    resources = await resourcesAfterUp(copy, stack);
    manifests = manifestsIn(join(REPOSITORY, "manifests", stack));
    const estate = estateOfPlan(stackPlatform(stack), resources, manifests, TODAY);
    evaluation = evaluate(estate, { rules: RULES, exemptions: committedExemptions(RULES.map(({ id }) => id)) });
  }, 300_000);
  afterAll(() => copy.remove());

  const judged = (outcome: string) =>
    evaluation.verdicts
      .filter((verdict) => verdict.outcome === outcome)
      .map(({ rule, subject }) => `${rule.id}: ${subject.text}`);

  test("violates nothing but what the exemptions let through", () => {
    expect(judged("pass").length).toBeGreaterThan(resources.length);
    expect(judged("violation")).toEqual([]);
    expect(evaluation.exemptions).toEqual([]);
  });

  test("has nothing that no rule could judge", () => {
    expect(judged("not evaluated")).toEqual([]);
  });

  test("deploys its manifests as they are committed", () => {
    expect(staleManifests(manifests, resources)).toEqual([]);
  });
});
