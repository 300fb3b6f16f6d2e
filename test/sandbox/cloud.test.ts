import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { debugProviders, startCloud } from "../../sandbox/cloud";

const PROGRAM = resolve(__dirname, "../../sandbox/cloud-process.ts");
const START = resolve(__dirname, "../../start/register.cjs");

const folder = mkdtempSync(join(tmpdir(), "cloud-"));
afterAll(() => rmSync(folder, { recursive: true }));

const freshFile = () => join(mkdtempSync(join(folder, "store-")), "cloud.json");

/** Whether something listens on the port. */
async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

test("a cloud listens on ports of its own until it is closed", async () => {
  const cloud = await startCloud({ storeFile: freshFile(), eks: false });
  expect(cloud.ports.eks).toBe(0);
  expect(cloud.debugProviders).toBe(
    `aws:${cloud.ports.aws},command:${cloud.ports.command},kubernetes:${cloud.ports.kubernetes}`,
  );
  const open = () => Promise.all([cloud.ports.aws, cloud.ports.command, cloud.ports.kubernetes].map(listens));
  expect(await open()).toEqual([true, true, true]);
  await cloud.close();
  expect(await open()).toEqual([false, false, false]);
});

test("engines attach by a list of names and ports", () => {
  expect(debugProviders({ aws: 1, command: 2, eks: 3, kubernetes: 4 })).toBe("aws:1,command:2,eks:3,kubernetes:4");
});

/** The cloud as a process of its own; `firstLine` is what it prints first. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ["--require", START, PROGRAM, ...args], { stdio: "pipe" });
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += String(text);
  });
  const ended = once(child, "exit").then(([code]) => ({ code, errors }));
  const firstLine = once(createInterface(child.stdout), "line").then(([line]) => String(line));
  return { child, ended, firstLine };
}

test("the process prints its ports and ends with its standard input", async () => {
  const { child, ended, firstLine } = start("--store", freshFile());
  const ports = JSON.parse(await firstLine);
  expect(Object.keys(ports).sort()).toEqual(["aws", "command", "eks", "kubernetes"]);
  expect(await listens(ports.aws)).toBe(true);
  child.stdin.end();
  expect(await ended).toEqual({ code: 0, errors: "" });
  expect(await listens(ports.aws)).toBe(false);
});

test("the process ends when it is told to", async () => {
  const { child, ended, firstLine } = start("--store", freshFile());
  await firstLine;
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

test.each([
  [[], "--store is missing; name the file that holds the simulated cloud\n"],
  [["--store", "broken"], "not JSON"],
])("the process refuses %j in words", async (args, message) => {
  const file = freshFile();
  writeFileSync(file, "{");
  const { child, ended } = start(...args.map((arg) => (arg === "broken" ? file : arg)));
  child.stdin.end();
  const { code, errors } = await ended;
  expect(code).toBe(1);
  expect(errors).toContain(message);
  expect(errors).not.toContain("    at ");
});
