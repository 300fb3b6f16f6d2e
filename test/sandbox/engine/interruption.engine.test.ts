import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { operate } from "../../../sandbox/commands/operate";
import { isRunning } from "../../../sandbox/engine/running-process";
import { type FixtureProject, fixtureProject, STACK } from "./fixture/project";
import { recordingTerminal } from "./recording-terminal";

const START = join(__dirname, "../../../start/register.cjs");

let project: FixtureProject;
beforeEach(() => {
  project = fixtureProject();
});
afterEach(() => project.remove());

/** `up` in a process of its own, in the middle of creating the box. */
async function upUntilTheBox(): Promise<ChildProcess> {
  project.writeStore({ items: {}, hangOn: "shelf-box" });
  const script = join(__dirname, "fixture/run.ts");
  const child = spawn(process.execPath, ["--require", START, script, "up", project.root], { stdio: "ignore" });
  while (project.readStore().items["item-shelf-board-north"] === undefined) {
    if (child.exitCode !== null) throw new Error("The run ended before it could be killed.");
    await delay(100);
  }
  // The board is made; the engine notes that and starts with the box, which never answers.
  await delay(500);
  return child;
}

/** Ids of the processes that a process started. */
function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
}

async function run(operation: "up" | "refresh" | "preview") {
  const terminal = recordingTerminal();
  const code = await operate(operation, project, STACK, terminal);
  return {
    code,
    lines: terminal.lines.map((line) => line.replace(/ in [\d.]+ s$/, "").replace(/process \d+/, "process N")),
  };
}

test("after a killed engine, refresh reports and heals, and up finishes the work", async () => {
  const child = await upUntilTheBox();
  const pid = child.pid ?? 0;
  const engine = childrenOf(pid).filter((id) => readFileSync(`/proc/${id}/comm`, "utf8").trim() === "pulumi");
  expect(engine).toHaveLength(1);
  for (const id of [...engine, pid]) process.kill(id, "SIGKILL");
  await new Promise((resolve) => child.once("close", resolve));

  project.writeStore({ items: project.readStore().items });
  const preview = await run("preview");
  expect(preview.lines).toEqual(
    expect.arrayContaining([
      "An earlier run was killed (process N): its lock is cleared.",
      "An earlier run was cut off in the middle of:",
      '  creating fixture:index:Item "shelf-box"',
    ]),
  );
  expect((await run("refresh")).code).toBe(0);
  const { code, lines } = await run("up");
  expect(lines).toContain('+ fixture:index:Item "shelf-box"');
  expect(lines.join("\n")).not.toContain("cut off");
  expect(code).toBe(0);
  expect(Object.keys(project.readStore().items)).toEqual(["item-shelf-board-north", "item-shelf-box-any"]);
  expect(await run("preview")).toEqual({ code: 0, lines: ["small: no changes"] });
});

test("a live run keeps others off, and an interrupted one winds up and leaves no process behind", async () => {
  const child = await upUntilTheBox();
  const pid = child.pid ?? 0;
  const started = childrenOf(pid);
  expect(started).toHaveLength(2);
  await expect(run("up")).rejects.toThrow(/in use by process \d+/);

  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  // The box never answers, so the engine can't wind up: the second time means at once.
  await delay(1000);
  child.kill("SIGTERM");
  expect(await ended).toBe(130);
  await delay(1000);
  for (const id of started) expect(isRunning(id)).toBe(false);
});
