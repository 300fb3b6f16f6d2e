import { PLAIN } from "../../../sandbox/engine/palette";
import type { PlanResource } from "../../../sandbox/engine/plan-file";
import { planListing } from "../../../sandbox/engine/plan-listing";

const resource = (name: string, parent: string | null, more: Partial<PlanResource> = {}): PlanResource => ({
  urn: name,
  name,
  type: `t:${name}`,
  parent,
  provider: null,
  inputs: {},
  dependencies: [],
  protect: false,
  custom: true,
  ...more,
});

test("shows the tree with the number of resources below each component, and the total", () => {
  const resources = [
    resource("stack", null, { custom: false }),
    resource("network", "stack", { custom: false }),
    resource("keys", "stack", { protect: true }),
    resource("vpc", "network"),
    resource("subnet", "vpc"),
  ];
  expect(planListing({ version: 1, stack: "s", resources }, PLAIN)).toEqual([
    "stack  t:stack  4 resources",
    "  network  t:network  2 resources",
    "    vpc  t:vpc  1 resource",
    "      subnet  t:subnet",
    "  keys  t:keys  protected",
    "",
    "s: 5 resources, 3 of them made by a provider",
  ]);
});
