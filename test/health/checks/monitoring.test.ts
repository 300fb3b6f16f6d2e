import { alertmanager } from "../../../health/checks/alertmanager";
import { grafana } from "../../../health/checks/grafana";
import { prometheus } from "../../../health/checks/prometheus";
import { expecting, short } from "../expectation-fixture";

const CASES = {
  Prometheus: {
    check: prometheus,
    good: ["Prometheus Server is Healthy.\n", "Prometheus Server is Ready.\n"],
    rows: ["as expected: /-/healthy: is Healthy", "as expected: /-/ready: is Ready"],
  },
  Grafana: {
    check: grafana,
    good: ['{\n  "commit": "03f502a94d17",\n  "database": "ok",\n  "version": "10.4.0"\n}'],
    rows: ["as expected: /api/health: database ok"],
  },
  Alertmanager: {
    check: alertmanager,
    good: ["OK", "OK\n"],
    rows: ["as expected: /-/healthy: OK", "as expected: /-/ready: OK"],
  },
};

describe.each(Object.entries(CASES))("%s", (name, { check, good, rows }) => {
  const answers = good.map((text) => ({ text }));
  const withLast = (last: { text: string } | { failure: string }) => [...answers.slice(0, -1), last];
  const path = rows.at(-1)?.split(": ")[1];

  test("accepts its good answers", () => {
    expect(check.name).toBe(name);
    expect(short(check.judge(answers, expecting()))).toEqual(rows);
  });

  test.each([
    [
      "no answer",
      { failure: "the server is currently unable to handle the request" },
      "the server is currently unable to handle the request",
    ],
    ["an empty answer", { text: " \n" }, "an empty answer"],
    ["another answer", { text: "<html>\n  Sign in</html>" }, "<html> Sign in</html>"],
  ])("finds %s", (_, last, found) => {
    expect(short(check.judge(withLast(last), expecting()))).toEqual([
      ...rows.slice(0, -1),
      `finding: ${path}: ${found}`,
    ]);
  });

  test("has nothing to look at where the manifests don't have it", () => {
    const paths = rows.map((row) => row.split(": ")[1]);
    expect(short(check.judge(undefined, expecting()))).toEqual(
      paths.map((one) => `not checked: ${one}: not in this stack's manifests`),
    );
  });
});

test("finds a Grafana without its database", () => {
  const text = '{"commit":"03f502a94d17","database":"failing","version":"10.4.0"}';
  expect(short(grafana.judge([{ text }], expecting()))).toEqual([`finding: /api/health: ${text}`]);
});
