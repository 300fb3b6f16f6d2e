import { ALL_CHECKS, type AnyCheck } from "../../health/checks/all";
import { type ClusterReader, ReadFailure } from "../../health/cluster-reader";
import { isHealthy, runChecks } from "../../health/run-checks";
import { expecting } from "./expectation-fixture";

const NOBODY = {} as ClusterReader;
const GOOD = { subject: "all", expected: "well", found: "well", verdict: "as expected" } as const;
const check = (name: string, run: AnyCheck["run"] = async () => [GOOD]): AnyCheck => ({ name, run });
const refused = check("locked", async () => {
  throw new ReadFailure("secrets is forbidden", false);
});

test("gives the rows in the order of the checks, whichever is through first", async () => {
  const slow = check("slow", () => new Promise((resolve) => setTimeout(() => resolve([GOOD]), 20)));
  const through: string[] = [];
  const rows = await runChecks([slow, check("fast")], NOBODY, expecting(), (name) => through.push(name));
  expect(rows).toEqual([
    { check: "slow", ...GOOD },
    { check: "fast", ...GOOD },
  ]);
  expect(through).toEqual(["fast", "slow"]);
  expect(isHealthy(rows)).toBe(true);
});

test("finds what couldn't be read, and goes on", async () => {
  const rows = await runChecks([refused, check("open")], NOBODY, expecting());
  expect(rows).toEqual([
    { check: "locked", subject: "reading", expected: "an answer", found: "secrets is forbidden", verdict: "finding" },
    { check: "open", ...GOOD },
  ]);
  expect(isHealthy(rows)).toBe(false);
});

test("doesn't take a mistake of ours for a finding", async () => {
  const broken = check("broken", async () => {
    throw new TypeError("undefined is not a function");
  });
  await expect(runChecks([broken], NOBODY, expecting())).rejects.toThrow(TypeError);
});

test("what couldn't be looked at is no finding", () => {
  expect(isHealthy([{ check: "nodes", ...GOOD, verdict: "not checked" }])).toBe(true);
});

test("the morning check has every part, once", () => {
  expect(ALL_CHECKS.map(({ name }) => name)).toEqual([
    "API server",
    "nodes",
    "node usage",
    "pods",
    "Prometheus",
    "Prometheus targets",
    "Grafana",
    "Alertmanager",
    "workloads",
    "endpoints",
    "certificates",
  ]);
});
