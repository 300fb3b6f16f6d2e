import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { LAB_TOOLS } from "../../../lab/processes/running-lab";
import { isRunning } from "../../../sandbox/engine/running-process";
import { describeWithTools } from "../../tools/describe-with-tools";

const ROOT = join(__dirname, "../../..");

/** Starts the lab and says what it is made of; then it waits, or fails. */
const SCRIPT = `
const { startLab } = require("./lab/processes/running-lab.ts");
const { lab } = require("./test/charts/lab/lab-fixture.ts");
const { processTerminal } = require("./sandbox/engine/terminal.ts");
startLab(lab(), processTerminal()).then(({ folder, processes }) => {
  console.log(JSON.stringify({ folder, pids: processes.map(({ pid }) => pid), names: processes.map(({ name }) => name) }));
  if (process.argv[1] === "fail") throw new Error("something else failed");
  setInterval(() => {}, 1000);
});`;

interface Started {
  readonly folder: string;
  readonly pids: readonly number[];
  readonly names: readonly string[];
}

describeWithTools(LAB_TOOLS, "the processes of the lab", () => {
  test.each([
    ["is interrupted", "wait", "SIGINT"],
    ["is killed", "wait", "SIGKILL"],
    ["fails", "fail", undefined],
  ] as const)("end, and leave nothing, when the run %s", async (_, what, signal) => {
    const owner = spawn(process.execPath, ["--require", "./start/register.cjs", "-e", SCRIPT, what], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const line = await new Promise<string>((resolve, reject) => {
      createInterface(owner.stdout).once("line", resolve);
      owner.once("exit", () => reject(new Error("It ended before it said anything.")));
    });
    const { folder, pids, names } = JSON.parse(line) as Started;
    expect(names).toEqual(["backend-0", "backend-1", "alertmanager", "prometheus"]);
    if (signal !== undefined) {
      expect(pids.map(isRunning)).toEqual([true, true, true, true]);
      owner.kill(signal);
    }
    const deadline = Date.now() + 10_000;
    while ((pids.some(isRunning) || existsSync(folder)) && Date.now() < deadline) await delay(50);
    expect(pids.map(isRunning)).toEqual([false, false, false, false]);
    expect(existsSync(folder)).toBe(false);
  });
});
