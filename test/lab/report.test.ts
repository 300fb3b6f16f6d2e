import type { ExerciseResult } from "../../lab/exercise/exercise";
import { INJECTIONS, type Injection } from "../../lab/exercise/phases";
import { problemsOf, reportLines } from "../../lab/report";
import { PLAIN } from "../../sandbox/engine/palette";

const panel = { dashboard: "Shop", expr: "up", series: 1, missing: [], stated: false };
const injected = (injection: Injection, others: readonly string[]) => ({
  injection,
  firedAfter: 11.8,
  resolvedAfter: 10.2,
  notices: [],
  others,
  problems: [],
});
const [errors, latency] = INJECTIONS as readonly [Injection, Injection];
const GOOD: ExerciseResult = {
  healthy: {
    seconds: 40,
    counts: { sent: 6000, answered: { "200": 6000 }, unanswered: 0 },
    indicators: [
      { objective: "availability", bad: 0, budget: 0.001 },
      { objective: "latency", bad: 0.00012, budget: 0.05 },
    ],
    problems: [],
  },
  injections: [injected(errors, ["ErrorBudgetBurn (success)"]), injected(latency, [])],
  panels: [panel, { ...panel, dashboard: "Cluster", stated: true }],
};

test("a good run is a table with the factor above and the sum below", () => {
  expect(reportLines(GOOD, PLAIN)).toEqual([
    "Every window, patience and interval is divided by 30: five minutes are 10 s. Requests are as much faster.",
    "",
    "healthy traffic  40 s, 6000 requests                        no alert; went wrong: availability 0 % of 0.1 %, latency 0.012 % of 5 %",
    "errors           HighErrorRate, by 4 x /status/500 a round  told after 12 s; resolved 10 s after the end; also told: ErrorBudgetBurn (success)",
    "latency          HighLatency, by 2 x /delay/1 a round       told after 12 s; resolved 10 s after the end",
    "dashboard        Shop                                       1 of 1 queries with data",
    "dashboard        Cluster                                    1 of 1 queries with data, 1 of them from stated series, since there is no cluster",
    "",
    "alerts fired 2/2, resolved 2/2; dashboard queries with data 2/2",
  ]);
  expect(problemsOf(GOOD)).toEqual([]);
});

test("everything that is not as expected is told, with its phase", () => {
  const bad: ExerciseResult = {
    healthy: { ...GOOD.healthy, problems: ["HighCPUUsage fired"] },
    injections: [
      { ...injected(errors, []), firedAfter: undefined, resolvedAfter: undefined, problems: ["nobody was told"] },
      { ...injected(latency, []), resolvedAfter: undefined, problems: ["it isn't over"] },
    ],
    panels: [{ ...panel, series: 0 }, { ...panel, expr: "a or vector(0)", missing: ["a{}"] }, panel],
  };
  expect(problemsOf(bad)).toEqual([
    "healthy traffic: HighCPUUsage fired",
    "errors: nobody was told",
    "latency: it isn't over",
    "Shop: a query without data: up",
    "Shop: a query without data: a or vector(0); nothing is a{}",
  ]);
  const lines = reportLines(bad, PLAIN);
  expect(lines).toContain("not as expected: errors: nobody was told");
  expect(lines.find((line) => line.startsWith("errors "))).toMatch(/ {2}not told; not resolved$/);
  expect(lines.at(-1)).toBe("alerts fired 1/2, resolved 0/2; dashboard queries with data 1/3");
});
