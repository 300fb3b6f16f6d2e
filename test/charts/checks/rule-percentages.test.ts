import { stringify } from "yaml";
import { rulePercentages } from "../../../charts/checks/rule-percentages";
import { foundInConfigMap } from "./rules-fixture";

/** What the check finds in an alert that is told so, with this recorded beside it. */
function found(expr: string, told = "{{ $value | humanizePercentage }}", recorded = "a / b"): readonly string[] {
  const rules = [
    { record: "a:share", expr: recorded },
    { alert: "X", expr, annotations: { description: `It is ${told}` } },
  ];
  return foundInConfigMap(rulePercentages, { "x.yaml": stringify({ groups: [{ name: "x", rules }] }) });
}

const FINDING = 'ConfigMap monitoring/rules at data["x.yaml"]: X: is told as a percentage and divides by nothing';

describe("check rule-percentages", () => {
  test.each([
    ["avg(rate(container_cpu_usage_seconds_total[5m])) by (pod) > 0.8"],
    ['a{path="/x"} > 1'],
    ["other:share > 0.5"],
  ])("finds %s told as a percentage", (expr) => {
    expect(found(expr)).toEqual([FINDING]);
  });

  test("finds one that reads something recorded that is no share", () => {
    expect(found("a:share > 0.5", undefined, "sum(a)")).toEqual([FINDING]);
  });

  test("takes a quotient, and what is recorded as one", () => {
    expect([found("a / b > 0.8"), found("a:share > 0.8")]).toEqual([[], []]);
  });

  test("takes a number that is told as one", () => {
    expect(found("a > 0.8", "{{ $value | humanize }} cores")).toEqual([]);
  });
});
