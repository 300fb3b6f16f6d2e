import { existsSync } from "node:fs";
import { type ExerciseResult, exercise } from "../../../lab/exercise/exercise";
import { hasData } from "../../../lab/panels/panel-queries";
import { LAB_TOOLS, type RunningLab, startLab } from "../../../lab/processes/running-lab";
import { problemsOf } from "../../../lab/report";
import { processTerminal } from "../../../sandbox/engine/terminal";
import { lab } from "../../charts/lab/lab-fixture";
import { describeWithTools } from "../../tools/describe-with-tools";

/** For the whole run: two minutes, and as much again on a busy machine; tools are built before. */
const RUN_TIMEOUT_MILLISECONDS = 10 * 60_000;

describeWithTools(LAB_TOOLS, "the lab's monitoring, on Prometheus 2.51 and Alertmanager 0.30", () => {
  let running: RunningLab;
  let result: ExerciseResult;
  beforeAll(async () => {
    running = await startLab(lab(), processTerminal());
    result = await exercise(lab(), running, processTerminal());
  }, RUN_TIMEOUT_MILLISECONDS);
  afterAll(() => running?.stop());

  const labelsOf = (name: string, status: string) =>
    result.injections
      .flatMap(({ notices }) => notices)
      .filter((notice) => notice.labels.alertname === name && notice.status === status)
      .map(({ labels, receiver }) => ({ ...labels, receiver }));

  test("runs as it is expected to", () => {
    expect(problemsOf(result)).toEqual([]);
  });

  test("keeps its objectives under healthy traffic", () => {
    const { indicators, counts } = result.healthy;
    expect(indicators.map(({ objective, budget }) => [objective, budget])).toEqual([
      ["availability", 0.001],
      ["success", 0.001],
      ["latency", 0.05],
    ]);
    expect(indicators[0]?.bad).toBe(0);
    expect(indicators[1]?.bad).toBe(0);
    // 150 a second for 40 s; a page that isn't there is a customer's mistake and no failure.
    expect(counts.sent).toBeGreaterThan(5000);
    expect(Object.keys(counts.answered)).toEqual(["200", "404"]);
  });

  test("pages for errors, and says when they are over", () => {
    const labels = {
      alertname: "HighErrorRate",
      severity: "critical",
      service: "backend",
      cluster: "sre-training-cluster",
      receiver: "page",
    };
    expect(labelsOf("HighErrorRate", "firing")[0]).toEqual(labels);
    expect(labelsOf("HighErrorRate", "resolved").at(-1)).toEqual(labels);
    expect(result.injections[0]?.others).toContain("ErrorBudgetBurn (success)");
  });

  test("pages for a slow route of each pod, and says when they are over", () => {
    const labels = (pod: string) => ({
      alertname: "HighLatency",
      severity: "warning",
      service: "backend",
      cluster: "sre-training-cluster",
      job: "backend",
      namespace: "sre-shop",
      pod,
      instance: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      method: "GET",
      path: "delay",
      status: "200",
      receiver: "page",
    });
    for (const pod of ["backend-0", "backend-1"]) {
      const of = (status: string) => labelsOf("HighLatency", status).filter((one) => "pod" in one && one.pod === pod);
      expect(of("firing")[0]).toEqual(labels(pod));
      expect(of("resolved").at(-1)).toEqual(labels(pod));
    }
  });

  test("has data for every query of its dashboards", () => {
    expect(result.panels.filter((answer) => !hasData(answer))).toEqual([]);
    expect(result.panels).toHaveLength(28);
  });

  test("ends with nothing left", async () => {
    await running.stop();
    expect(running.processes.map((process) => process.isRunning())).toEqual([false, false, false, false]);
    expect(existsSync(running.folder)).toBe(false);
  });
});
