import { ruleDivisors } from "../../../charts/checks/rule-divisors";
import { foundInRule } from "./rules-fixture";

describe("check rule-divisors", () => {
  test.each([
    ["redis_memory_used_bytes / redis_memory_max_bytes > 0.90", "redis_memory_max_bytes"],
    ['a / container_spec_memory_limit_bytes{container!=""}', "container_spec_memory_limit_bytes"],
    ["a / on (nodepool) karpenter_nodepool_limit", "karpenter_nodepool_limit"],
  ])("finds an unguarded divisor in %s", (expr, metric) => {
    expect(foundInRule(ruleDivisors, expr)).toEqual([
      `ConfigMap monitoring/rules at data["x.yaml"]: X: divides by ${metric}, which is 0 where there is no limit; divide by (${metric} > 0)`,
    ]);
  });

  test.each([
    "redis_memory_used_bytes / (redis_memory_max_bytes > 0) > 0.90",
    "redis_memory_max_bytes / 2",
    "redis_memory_max_bytes - redis_memory_used_bytes",
    "a / b",
  ])("takes %s", (expr) => {
    expect(foundInRule(ruleDivisors, expr)).toEqual([]);
  });
});
