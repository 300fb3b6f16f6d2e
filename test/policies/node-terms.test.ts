import { ANY, canMeet, type NodeLabels } from "../../policies/node-terms";

const LABELS: NodeLabels = new Map<string, readonly string[] | typeof ANY>([
  ["pool", ["a"]],
  ["zone", ["x", "y"]],
  ["cpu", ["4", "8"]],
  ["host", ANY],
]);

const demand = ([key = "", operator = "", ...values]: readonly string[]) => ({ key, operator, values });

test.each([
  ["a listed value", [["pool", "In", "a", "b"]]],
  ["one of several values", [["zone", "In", "y"]]],
  ["another value than those that are excluded", [["zone", "NotIn", "x"]]],
  ["a label that isn't there, which can't be an excluded one", [["disk", "NotIn", "ssd"]]],
  ["absence", [["disk", "DoesNotExist"]]],
  ["presence", [["zone", "Exists"]]],
  ["a label with any value", [["host", "In", "ip-10-0-0-1"]]],
  ["a greater number", [["cpu", "Gt", "4"]]],
  ["a lesser number", [["cpu", "Lt", "5"]]],
  [
    "two demands that one value meets",
    [
      ["cpu", "Gt", "2"],
      ["cpu", "NotIn", "4"],
    ],
  ],
])("a node can meet: %s", (_, demands) => {
  expect(canMeet(LABELS, demands.map(demand))).toBe(true);
});

test.each([
  ["another value", [["pool", "In", "b"]]],
  ["a label that isn't there", [["disk", "In", "ssd"]]],
  ["presence of a label that isn't there", [["disk", "Exists"]]],
  ["absence of one that is there", [["pool", "DoesNotExist"]]],
  ["absence of one with any value", [["host", "DoesNotExist"]]],
  ["every value excluded", [["zone", "NotIn", "x", "y"]]],
  ["a greater number than there is", [["cpu", "Gt", "8"]]],
  ["a lesser number than there is", [["cpu", "Lt", "4"]]],
  [
    "two demands that only two values meet",
    [
      ["zone", "In", "x"],
      ["zone", "NotIn", "x"],
    ],
  ],
  [
    "one of two labels",
    [
      ["pool", "In", "a"],
      ["disk", "Exists"],
    ],
  ],
])("a node can't meet: %s", (_, demands) => {
  expect(canMeet(LABELS, demands.map(demand))).toBe(false);
});
