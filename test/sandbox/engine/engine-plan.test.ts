import { type EngineGoal, planOf } from "../../../sandbox/engine/engine-plan";

const goal = (more: Partial<EngineGoal> = {}): { goal: EngineGoal } => ({
  goal: { type: "t:t:T", name: "n", custom: true, inputDiff: {}, ...more },
});

test("a resource carries what the goal says, with the provider's id and doubled dependencies left out", () => {
  const plan = planOf("s", {
    resourcePlans: {
      "urn:x": goal({
        parent: "urn:root",
        provider: "urn:pulumi:s::p::pulumi:providers:aws::aws::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        inputDiff: { adds: { b: 1, a: 2 } },
        dependencies: ["urn:z", "urn:y", "urn:z"],
        protect: true,
      }),
    },
  });
  expect(plan).toEqual({
    version: 1,
    stack: "s",
    resources: [
      {
        urn: "urn:x",
        type: "t:t:T",
        name: "n",
        parent: "urn:root",
        provider: "urn:pulumi:s::p::pulumi:providers:aws::aws",
        inputs: { a: 2, b: 1 },
        dependencies: ["urn:y", "urn:z"],
        protect: true,
        custom: true,
      },
    ],
  });
});

test("parents come first, then URNs in the order of their bytes, whatever order the engine wrote", () => {
  const resourcePlans = {
    "urn:child-of-b": goal({ parent: "urn:b" }),
    "urn:b": goal({ parent: "urn:z-root" }),
    "urn:C": goal({ parent: "urn:z-root" }),
    "urn:z-root": goal({ parent: "" }),
  };
  const order = ["urn:z-root", "urn:C", "urn:b", "urn:child-of-b"];
  const urns = (plans: typeof resourcePlans) => planOf("s", { resourcePlans: plans }).resources.map(({ urn }) => urn);
  expect(urns(resourcePlans)).toEqual(order);
  const reversed = Object.fromEntries(Object.entries(resourcePlans).reverse()) as typeof resourcePlans;
  expect(urns(reversed)).toEqual(order);
});

test("what the engine only deletes or has no goal for is no part of the plan", () => {
  expect(planOf("s", { resourcePlans: { "urn:gone": {} } }).resources).toEqual([]);
  expect(planOf("s", {}).resources).toEqual([]);
});
