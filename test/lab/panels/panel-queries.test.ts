import { selectors } from "../../../charts/checks/promql-selectors";
import { asSent, hasData, panelAnswers, selectorText, seriesWithData } from "../../../lab/panels/panel-queries";
import type { Sample } from "../../../lab/processes/prometheus-api";
import { lab } from "../../charts/lab/lab-fixture";

const sample = (text: string): Sample => ({ metric: {}, value: [0, text] });

test("a query is sent with Grafana's window of rates: four scrapes", () => {
  expect(asSent("rate(a[$__rate_interval]) + rate(b[5m])")).toBe("rate(a[2000ms]) + rate(b[5m])");
});

test.each([
  ["0", 1],
  ["-1.5e-7", 1],
  ["NaN", 0],
  ["+Inf", 0],
  ["-Inf", 0],
])("a series of %s counts as %d", (text, count) => {
  expect(seriesWithData([sample(text)])).toBe(count);
});

test("a query has data when it shows something and reads nothing that isn't there", () => {
  expect(hasData({ series: 1, missing: [] })).toBe(true);
  expect(hasData({ series: 0, missing: [] })).toBe(false);
  expect(hasData({ series: 1, missing: ["up{}"] })).toBe(false);
});

test("a selector is a query of its own, with what is quoted quoted", () => {
  const expr = String.raw`sum(rate(a{b="c",d!~"e\\.f"}[5m])) / x`;
  expect(selectors(expr).map(selectorText)).toEqual([String.raw`a{b="c",d!~"e\\.f"}`, "x{}"]);
});

describe("the queries of all panels", () => {
  const answersOf = (answer: (expr: string) => readonly Sample[]) =>
    panelAnswers(lab(), { query: async (expr) => answer(expr) });

  test("are asked, and those on the series of a cluster are told apart", async () => {
    const answers = await answersOf(() => [sample("1")]);
    expect(answers).toHaveLength(28);
    expect(answers.every(hasData)).toBe(true);
    expect(answers.filter(({ stated }) => stated)).toHaveLength(12);
  });

  test("are without data where a metric is, though they say 0", async () => {
    const answers = await answersOf((expr) => (expr.startsWith("kube_node_status_condition{") ? [] : [sample("0")]));
    expect(answers.filter((answer) => !hasData(answer))).toEqual([
      {
        dashboard: "Kubernetes Overview",
        expr: 'count(kube_node_status_condition{condition="Ready",status="true"} == 0) or vector(0)',
        series: 1,
        missing: ['kube_node_status_condition{condition="Ready",status="true"}'],
        stated: true,
      },
    ]);
  });
});
