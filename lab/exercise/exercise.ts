import type { Lab } from "../../charts/lab/lab";
import type { Terminal } from "../../sandbox/engine/terminal";
import { type PanelAnswer, panelAnswers } from "../panels/panel-queries";
import type { RunningLab } from "../processes/running-lab";
import { type HealthyResult, healthyPhase } from "./healthy-phase";
import { type InjectionResult, injectionPhase } from "./injection-phase";
import { Observer } from "./observer";
import { INJECTIONS } from "./phases";

/** What a run came to. It is as expected when there is no problem in any part and every panel has data. */
export interface ExerciseResult {
  readonly healthy: HealthyResult;
  readonly injections: readonly InjectionResult[];
  readonly panels: readonly PanelAnswer[];
}

/** Runs through the phases, in order: healthy traffic, each injection, the dashboards. What is not as expected is part of the result. */
export async function exercise(lab: Lab, running: RunningLab, terminal: Terminal): Promise<ExerciseResult> {
  const run = { lab, running, terminal, observer: new Observer(running) };
  const healthy = await healthyPhase(run);
  const injections: InjectionResult[] = [];
  for (const [index, injection] of INJECTIONS.entries()) {
    injections.push(await injectionPhase(run, injection, INJECTIONS.slice(0, index)));
  }
  terminal.progress("Asking Prometheus what the dashboards ask");
  return { healthy, injections, panels: await panelAnswers(lab, running.prometheus) };
}
