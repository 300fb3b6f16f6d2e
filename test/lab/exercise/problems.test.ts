import { expectedLabels } from "../../../lab/exercise/expected-labels";
import {
  injectionProblems,
  labelProblems,
  missedObjectives,
  trafficProblems,
  unexpectedAlerts,
} from "../../../lab/exercise/problems";
import { lab } from "../../charts/lab/lab-fixture";

const alerts = (...labels: readonly Record<string, string>[]) => labels.map((one) => ({ labels: one }));

describe("alerts", () => {
  const error = { alertname: "HighErrorRate" };
  const burn = { alertname: "ErrorBudgetBurn", objective: "success" };

  test("that are accounted for are the watchdog, what is injected, and the burn of what it harms", () => {
    expect(unexpectedAlerts(alerts({ alertname: "Watchdog" }), [], [])).toEqual([]);
    expect(unexpectedAlerts(alerts(error, burn), ["HighErrorRate"], ["success"])).toEqual([]);
  });

  test.each([
    ["one without an injection", [error], [], ["HighErrorRate"]],
    ["one of another injection", [error], ["HighLatency"], ["HighErrorRate"]],
    [
      "a burn of what nothing harms",
      [{ ...burn, objective: "availability" }],
      ["HighErrorRate"],
      ["ErrorBudgetBurn (availability)"],
    ],
    ["one that was seen often, once", [error, error], [], ["HighErrorRate"]],
  ] as const)("finds %s", (_, seen, injected, found) => {
    expect(unexpectedAlerts(alerts(...seen), injected, ["success"])).toEqual(found);
  });
});

describe("objectives", () => {
  const within = { objective: "success", bad: 0.001, budget: 0.001 } as const;

  test("are kept by a share up to the budget", () => {
    expect(missedObjectives([within, { ...within, bad: 0 }])).toEqual([]);
  });

  test.each([
    [0.0011, "success: a share of 0.0011 goes wrong, at most 0.001 may"],
    [Number.NaN, "success: a share of NaN goes wrong, at most 0.001 may"],
  ])("are missed by %d", (bad, found) => {
    expect(missedObjectives([{ ...within, bad }])).toEqual([found]);
  });
});

describe("traffic", () => {
  const good = { sent: 10, answered: { "200": 9, "404": 1 }, unanswered: 0 };

  test("is good where everything is answered, with a customer's mistake among it", () => {
    expect(trafficProblems(good)).toEqual([]);
  });

  test.each([
    ["no answer at all", { answered: {} }, "no request was answered"],
    ["some without an answer", { unanswered: 2 }, "2 requests were not answered"],
    ["an error of the server", { answered: { "200": 9, "503": 1 } }, "1 answers have status 503"],
  ])("finds %s", (_, change, found) => {
    expect(trafficProblems({ ...good, ...(change as object) })).toEqual([found]);
  });
});

describe("labels", () => {
  const expected = expectedLabels(lab(), "HighLatency");

  test("that are expected are those of the rule and the server", () => {
    expect(expected).toEqual({
      alertname: "HighLatency",
      severity: "warning",
      service: "backend",
      cluster: "sre-training-cluster",
    });
    expect(() => expectedLabels(lab(), "HighLatencies")).toThrow("The lab has no alert HighLatencies.");
  });

  test("of a notice are those, and more", () => {
    expect(labelProblems({ labels: { ...expected, pod: "backend-0" } }, expected)).toEqual([]);
  });

  test("that differ or are missing are found", () => {
    const labels = { alertname: "HighLatency", service: "backend", severity: "critical" };
    expect(labelProblems({ labels }, expected)).toEqual([
      "HighLatency: label severity is critical; it has to be warning",
      "HighLatency: label cluster is missing; it has to be sre-training-cluster",
    ]);
  });
});

describe("an injection", () => {
  const labels = { alertname: "HighErrorRate", severity: "critical" };
  const good = { alertname: "HighErrorRate", firedAfter: 12, resolvedAfter: 10, told: [{ receiver: "page", labels }] };

  test("is good when its alert was told, to those on call, and resolved", () => {
    expect(injectionProblems(good, labels)).toEqual([]);
  });

  test.each([
    [
      "an alert that isn't told",
      { firedAfter: undefined, resolvedAfter: undefined, told: [] },
      "nobody was told of HighErrorRate in time",
    ],
    ["one that isn't resolved", { resolvedAfter: undefined }, "nobody was told in time that HighErrorRate is over"],
    [
      "one that is a ticket",
      { told: [{ receiver: "ticket", labels }] },
      "HighErrorRate went to ticket; it has to go to page",
    ],
    [
      "one with another label, once",
      { told: [1, 2].map(() => ({ receiver: "page", labels: { ...labels, severity: "warning" } })) },
      "HighErrorRate: label severity is warning; it has to be critical",
    ],
  ])("finds %s", (_, change, found) => {
    expect(injectionProblems({ ...good, ...change }, labels)).toEqual([found]);
  });
});
