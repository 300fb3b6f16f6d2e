import { reportJson, reportLines } from "../../health/report";
import type { Row } from "../../health/run-checks";
import { PLAIN } from "../../sandbox/engine/palette";
import { expecting } from "./expectation-fixture";

const ADDRESS = { context: "shop", cluster: "shop-cluster", server: "https://shop.example.org" };
const ROWS: readonly Row[] = [
  { check: "nodes", subject: "all", expected: "Ready", found: "3 nodes", verdict: "as expected" },
  { check: "pods", subject: "shop/till-0", expected: "Running or Completed", found: "Failed", verdict: "finding" },
  { check: "Grafana", subject: "/api/health", expected: "database ok", found: "not here", verdict: "not checked" },
];

test("shows what was expected beside what was found, and counts", () => {
  expect(reportLines(ROWS, expecting(), ADDRESS, PLAIN)).toEqual([
    "shop at https://shop.example.org (context shop), 2026-05-04 07:00 UTC",
    "",
    "             check    what         expected              found",
    "ok           nodes    all          Ready                 3 nodes",
    "finding      pods     shop/till-0  Running or Completed  Failed",
    "not checked  Grafana  /api/health  database ok           not here",
    "",
    "3 rows: 1 as expected, 1 finding, 1 not checked",
  ]);
});

test("colours the mark, and only that", () => {
  const palette = { ...PLAIN, green: (text: string) => `<${text}>`, red: (text: string) => `!${text}!` };
  const lines = reportLines(ROWS, expecting(), ADDRESS, palette);
  expect(lines[3]).toBe("<ok>           nodes    all          Ready                 3 nodes");
  expect(lines[4]).toBe("!finding!      pods     shop/till-0  Running or Completed  Failed");
});

test("says so where kubectl has no context", () => {
  const [title] = reportLines(ROWS, expecting(), { context: "", cluster: "", server: "" }, PLAIN);
  expect(title).toBe("shop at the cluster that this pod runs in, 2026-05-04 07:00 UTC");
});

test("gives a program the same rows", () => {
  expect(JSON.parse(reportJson(ROWS, expecting(), ADDRESS))).toEqual({
    version: 1,
    stack: "shop",
    context: "shop",
    server: "https://shop.example.org",
    checkedAt: "2026-05-04T07:00:00.000Z",
    rows: ROWS,
  });
});
