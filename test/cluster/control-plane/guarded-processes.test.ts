import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { isRunning } from "../../../sandbox/engine/running-process";
import { GuardedProcesses } from "./guarded-processes";

const START = join(__dirname, "../../../start/register.cjs");

let folder: string;
let processes: GuardedProcesses;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guarded-processes-"));
  processes = new GuardedProcesses(folder);
});
afterEach(() => processes.stop());

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("It did not come true in 10 s.");
    await delay(20);
  }
}

test("stopping ends all of them and removes the folder, twice if need be", async () => {
  const started = ["one", "two"].map((name) => processes.start(name, "/bin/sleep", ["600"]));
  expect(started.map((process) => process.isRunning())).toEqual([true, true]);
  await processes.stop();
  expect(started.map(({ pid }) => isRunning(pid))).toEqual([false, false]);
  expect(existsSync(folder)).toBe(false);
  await processes.stop();
});

test("one that ends by itself is seen to, with what it said", async () => {
  const failing = processes.start("failing", "/bin/sh", ["-c", "echo first; echo last >&2; exit 1"]);
  await until(() => !failing.isRunning());
  expect(failing.logTail()).toBe("first\nlast\n");
});

test("a program that isn't there is said to be missing", () => {
  expect(() => processes.start("none", "/nowhere/none", [])).toThrow("/nowhere/none can't be started.");
});

test("they end with the process that started them, even when that one is killed", async () => {
  const script = `
    const { GuardedProcesses } = require(${JSON.stringify(join(__dirname, "guarded-processes.ts"))});
    const processes = new GuardedProcesses(${JSON.stringify(folder)});
    const pids = ["one", "two"].map((name) => processes.start(name, "/bin/sleep", ["600"]).pid);
    console.log(JSON.stringify(pids));
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ["--require", START, "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise<string>((resolve) => createInterface(owner.stdout).once("line", resolve));
  const pids = JSON.parse(line) as readonly number[];
  expect(pids.map(isRunning)).toEqual([true, true]);
  owner.kill("SIGKILL");
  await until(() => !pids.some(isRunning) && !existsSync(folder));
});
