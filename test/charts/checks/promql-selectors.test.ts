import { selectors } from "../../../charts/checks/promql-selectors";

const metrics = (expression: string) => selectors(expression).map(({ metric }) => metric);

describe("selectors", () => {
  test.each([
    ["up", ["up"]],
    ['sum(rate(a_total[5m])) by (job) / sum by (job) (rate(b_total{job=~"x|y"}[5m])) > 0.1', ["a_total", "b_total"]],
    [
      "a and on (pod, namespace) group_left (node) b unless ignoring (c) d or bool_metric",
      ["a", "b", "d", "bool_metric"],
    ],
    ["cluster:spot:count10m offset 10m > bool 1e3", ["cluster:spot:count10m"]],
    ["histogram_quantile(0.99, sum without (le_) (rate(x_bucket[5m:30s])))", ["x_bucket"]],
    ['a{b="}{, c",d!~`x"y`} - time() # not_a_metric', ["a"]],
    ['{__name__="z",job="q"} == Inf', ["z"]],
    ["quantile_over_time(0.5, y[1h] @ end())", ["y"]],
    ["vector(0) or absent(w)", ["w"]],
  ])("of %s", (expression, expected) => {
    expect(metrics(expression)).toEqual(expected);
  });

  test("have matchers", () => {
    expect(selectors('a{b="}{, \\"c",d!~`x"y`,e=~"f|g",}')[0]?.matchers).toEqual([
      { label: "b", operator: "=", value: '}{, "c' },
      { label: "d", operator: "!~", value: 'x"y' },
      { label: "e", operator: "=~", value: "f|g" },
    ]);
  });

  test("know what stands before them", () => {
    expect(selectors('a / b{c="d"} * (e > 0) / (f)').map(({ before }) => before)).toEqual(["", "/", "(", "("]);
  });
});
