import type { Lab } from "../../charts/lab/lab";
import type { Terminal } from "../../sandbox/engine/terminal";
import type { RunningLab } from "../processes/running-lab";
import type { Observer } from "./observer";

/** What every phase of a run works with. */
export interface Run {
  readonly lab: Lab;
  readonly running: RunningLab;
  /** Remembers over all phases which alerts fired. */
  readonly observer: Observer;
  readonly terminal: Terminal;
}
