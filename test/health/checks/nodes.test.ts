import { type Node, nodes } from "../../../health/checks/nodes";
import { ago, expecting, short } from "../expectation-fixture";

const node = (name: string, ready?: { status: string; message?: string }, age = "3d"): Node => ({
  metadata: { name, creationTimestamp: ago(age) },
  status: { conditions: ready === undefined ? [] : [{ type: "Ready", ...ready }] },
});
const READY = { status: "True" };
const rows = (...all: readonly Node[]) => short(nodes.judge(all, expecting()));

test("accepts nodes that are ready", () => {
  expect(rows(node("a", READY), node("b", READY))).toEqual(["as expected: all: 2 of 2"]);
});

test("lets a node come", () => {
  expect(rows(node("a", READY), node("b", { status: "False" }, "5m"))).toEqual(["as expected: all: 2 of 2"]);
});

test.each([
  [
    "a node that isn't ready",
    { status: "False", message: "container runtime is down" },
    "b: not Ready: container runtime is down",
  ],
  ["a node that is silent", { status: "Unknown", message: "" }, "b: Ready is unknown"],
  ["a node without a status", undefined, "b: no status yet"],
])("finds %s", (_, ready, row) => {
  expect(rows(node("a", READY), node("b", ready))).toEqual([`finding: ${row}`]);
});

test("finds that a node doesn't come", () => {
  expect(rows(node("b", { status: "False" }, "301s"))).toEqual(["finding: b: not Ready"]);
});

test("finds a cluster without nodes", () => {
  expect(rows()).toEqual(["finding: all: the cluster has no node"]);
});
