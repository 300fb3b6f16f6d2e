import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { pulumiCli } from "../../../sandbox/engine/pulumi-cli";
import { fixtureProject, STACK } from "./fixture/project";
import { installLanguageHost } from "./language-host/installed-language-host";
import { recordingTerminal } from "./recording-terminal";

const START = join(__dirname, "../../../start/register.cjs");

const project = fixtureProject();
afterAll(() => project.remove());

test("a plain pulumi at the project's root works on a served stack and leaves the stack file alone", async () => {
  const cli = await pulumiCli(recordingTerminal());
  const plugins = join(project.root, ".sandbox", "plugins");
  installLanguageHost(plugins);
  const script = join(__dirname, "fixture/run.ts");
  const served = spawn(process.execPath, ["--require", START, script, "serve", project.root], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise<number | null>((resolve) => served.once("close", resolve));
  const line = await new Promise<string>((resolve) => createInterface(served.stdout).once("line", resolve));
  const attached = JSON.parse(line) as Record<string, string>;
  const path = [plugins, dirname(cli.command), process.env.PATH].join(delimiter);
  const pulumi = async (...args: readonly string[]) => {
    const options = { cwd: project.root, env: { ...process.env, ...attached, PATH: path } };
    const { stdout } = await promisify(execFile)("pulumi", [...args, "--non-interactive", "--color", "never"], options);
    return stdout;
  };

  expect(await pulumi("preview")).toMatch(/\+ 5 to create/);
  expect(await pulumi("up", "--yes", "--skip-preview", "--stack", STACK)).toMatch(/\+ 5 created/);
  expect(project.readStore().items["item-shelf-board-north"]).toEqual({ room: "north", capacity: 3 });

  project.edit("capacity: 3", "capacity: 4");
  const changed = await pulumi("preview", "--diff");
  expect(changed).toMatch(/capacity: 3 => 4/);
  expect(changed).toMatch(/~ 1 to update\n\s+4 unchanged/);
  expect(readFileSync(join(project.root, `Pulumi.${STACK}.yaml`), "utf8")).toBe(
    "config:\n  fixture:shelf:\n    room: north\n    capacity: 4\n    protect: false\n",
  );

  served.kill("SIGINT");
  expect(await ended).toBe(0);
});
