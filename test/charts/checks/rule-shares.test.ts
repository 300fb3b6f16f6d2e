import { ruleShares } from "../../../charts/checks/rule-shares";
import { foundInRule } from "./rules-fixture";

describe("check rule-shares", () => {
  test.each([
    ['rate(http_requests_total{status=~"5.."}[5m]) / rate(http_requests_total[5m]) > 0.01', "http_requests_total"],
    ['a{x="1",y="2"} / a{y="2"}', "a"],
    ['a{x="1"} / a{x=~"1|2"}', "a"],
  ])("finds series divided by themselves in %s", (expr, metric) => {
    expect(foundInRule(ruleShares, expr)).toEqual([
      `ConfigMap monitoring/rules at data["x.yaml"]: X: divides ${metric} by itself, series by series; sum both sides`,
    ]);
  });

  test.each([
    'sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m])) > 0.01',
    'a{x="1"} / on (pod) a{x="2"}',
    'a{x="1"} / ignoring (x) a',
    'a{x="1"} / b',
    'a / a{x="1"}',
    'a{path="/"} > 1',
  ])("takes %s", (expr) => {
    expect(foundInRule(ruleShares, expr)).toEqual([]);
  });
});
