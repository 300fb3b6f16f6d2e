import { pendingOperations, protectedResources } from "../../../sandbox/engine/stack-state";

const urn = (name: string) => `urn:pulumi:s::p::t:i:Item::${name}`;
const deployment = {
  resources: [{ urn: urn("a"), protect: true }, { urn: urn("b") }],
  pending_operations: [{ type: "creating", resource: { urn: urn("c") } }],
};

test("names what is protected and what was cut off", () => {
  expect(protectedResources({ deployment })).toEqual(['t:i:Item "a"']);
  expect(pendingOperations({ deployment })).toEqual([{ kind: "creating", resource: 't:i:Item "c"', urn: urn("c") }]);
});

test("an empty state has neither", () => {
  expect([protectedResources({ deployment: {} }), pendingOperations({ deployment: {} })]).toEqual([[], []]);
});
