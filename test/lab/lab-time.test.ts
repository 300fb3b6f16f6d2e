import { labRuleGroups } from "../../charts/lab/monitoring/rules/rule-groups";
import { Duration } from "../../config/units/duration";
import { HEALTHY_WINDOW } from "../../lab/exercise/phases";
import { hurriedMilliseconds, hurriedRate, LAB_TIME, WINDOW_FACTOR } from "../../lab/lab-time";
import { lab } from "../charts/lab/lab-fixture";

test("one factor divides all times", () => {
  expect(WINDOW_FACTOR).toBe(30);
  expect(LAB_TIME).toEqual({ windowFactor: 30 });
  expect([hurriedMilliseconds("5m"), hurriedMilliseconds("15s")]).toEqual([10_000, 500]);
  expect(hurriedMilliseconds("10s")).toBe(333);
  expect(hurriedRate(5)).toBe(150);
});

test("healthy traffic is watched for longer than any alert's patience and window together", () => {
  const patience = labRuleGroups(lab()).flatMap(({ rules }) =>
    rules.flatMap((rule) => ("alert" in rule ? [Duration.parse(rule.for).seconds] : [])),
  );
  expect(Math.max(...patience)).toBe(900);
  expect(Duration.parse(HEALTHY_WINDOW).seconds).toBeGreaterThanOrEqual(900 + 300);
});
