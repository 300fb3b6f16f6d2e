import { prodPlatform, prodWith } from "../infra/prod-platform";
import { stackPlatform } from "../infra/stack-platform";
import { ALL_CRDS, VELERO_CRDS } from "./pins";
import { crdsOf } from "./stack-crds";

test("a stack with every operator has every definition that is pinned", () => {
  expect(crdsOf(prodPlatform())).toEqual(ALL_CRDS);
});

test("a stack without an operator lacks its definitions, and no others", () => {
  const without = prodWith(({ addOns }) => {
    const releases: { velero?: unknown } = addOns.releases;
    delete releases.velero;
  });
  const ofVelero: readonly unknown[] = Object.values(VELERO_CRDS);
  expect(crdsOf(without)).toEqual(ALL_CRDS.filter((pin) => !ofVelero.includes(pin)));
});

test("the lab, which has none of these operators, has none", () => {
  expect(crdsOf(stackPlatform("sre-lab"))).toEqual([]);
});
