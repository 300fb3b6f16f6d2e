import { type NodeMetrics, nodeUsage } from "../../../health/checks/node-usage";
import { NODE_CPU_PERCENT, NODE_MEMORY_PERCENT } from "../../../health/limits";
import { ago, expecting, short } from "../expectation-fixture";

const node = (name: string, allocatable: Record<string, string> = { cpu: "4", memory: "16Gi" }, age = "3d") => ({
  metadata: { name, creationTimestamp: ago(age) },
  status: { allocatable },
});
const usage = (name: string, cpu: string, memory: string): NodeMetrics => ({
  metadata: { name },
  usage: { cpu, memory },
});
const rows = (reading: Parameters<typeof nodeUsage.judge>[0]) => short(nodeUsage.judge(reading, expecting()));

test("the limits are those of document 003", () => {
  expect([NODE_CPU_PERCENT, NODE_MEMORY_PERCENT]).toEqual([80, 85]);
});

test.each([
  ["just below both limits", "3199999999n", "14260633Ki"],
  ["in millionths and bytes", "100u", "1024"],
  ["in thousandths and mebibytes", "3196m", "13925Mi"],
])("accepts what is used: %s", (_, cpu, memory) => {
  expect(rows({ nodes: [node("a")], metrics: [usage("a", cpu, memory)] })).toEqual(["as expected: all: 1 of 1"]);
});

test.each([
  ["CPU at its limit", "3200m", "8Gi", "CPU 80 %, memory 50 %"],
  ["memory at its limit", "1", "14260634Ki", "CPU 25 %, memory 85 %"],
  ["more than there is, for a moment", "5", "1Gi", "CPU 125 %, memory 6 %"],
])("finds %s", (_, cpu, memory, found) => {
  const metrics = [usage("a", cpu, memory), usage("b", "1", "1Gi")];
  expect(rows({ nodes: [node("a"), node("b")], metrics })).toEqual([`finding: a: ${found}`]);
});

test("finds a node that is not measured, unless it has just come", () => {
  const metrics = [usage("a", "1", "1Gi")];
  expect(rows({ nodes: [node("a"), node("b")], metrics })).toEqual(["finding: b: no metrics"]);
  expect(rows({ nodes: [node("a"), node("b", {}, "2m")], metrics })).toEqual(["as expected: all: 1 of 1"]);
});

test("has nothing to look at where nothing serves metrics", () => {
  expect(rows({ nodes: [node("a")], metrics: undefined })).toEqual([
    "not checked: all: the cluster serves no metrics of nodes (metrics.k8s.io)",
  ]);
});
