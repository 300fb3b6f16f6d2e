import { alertThreshold } from "../../../charts/monitoring/alert-threshold";
import { prodPlatform } from "../../infra/prod-platform";

const prod = prodPlatform();

test.each([
  ["NodeDiskPressure", 15],
  ["HighMemoryPressure", 8],
  ["EtcdHighLatency", 0.15],
  ["EtcdDatabaseAlarm", 8e9],
  ["RedisMemoryCritical", 0.9],
  ["RedisSessionMemoryHigh", 85],
  ["RedisEvictionsHigh", 100],
  ["PersistentVolumeFilling", 85],
])("%s compares with %d", (name, number) => {
  expect(alertThreshold(prod, name)).toBe(number);
});

test("an alert that doesn't exist is an error", () => {
  expect(() => alertThreshold(prod, "RedisOnFire")).toThrow(
    "Alert RedisOnFire has no threshold at the end of its expression: there is no such alert.",
  );
});

test("an alert that compares with nothing at its end is an error", () => {
  expect(() => alertThreshold(prod, "PodUnschedulable")).toThrow(/^Alert PodUnschedulable has no threshold/);
});
