import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { serve } from "../../../sandbox/commands/serve";
import { reachLoopbackDirectly } from "../../../sandbox/engine/loopback";
import { pulumiCli } from "../../../sandbox/engine/pulumi-cli";
import { REPOSITORY } from "../../../sandbox/vantage-project";
import { installLanguageHost } from "../engine/language-host/installed-language-host";
import { recordingTerminal } from "../engine/recording-terminal";
import { PROD, prodCopy } from "./prod-copy";

const prod = prodCopy();
afterAll(() => prod.remove());
beforeAll(() => reachLoopbackDirectly());

test("a plain `pulumi preview` at the repository's root plans prod as Pulumi.yaml says, and changes no file", async () => {
  const stackFile = join(REPOSITORY, `Pulumi.${PROD}.yaml`);
  const before = readFileSync(stackFile, "utf8");
  const cli = await pulumiCli(recordingTerminal());
  const plugins = join(prod.root, "plugins");
  installLanguageHost(plugins);

  const terminal = recordingTerminal();
  let interrupt = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const served = serve(prod, PROD, terminal, true, until);
  while (terminal.lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  try {
    const attached = JSON.parse(terminal.lines.join("")) as Record<string, string>;
    const path = [plugins, dirname(cli.command), process.env.PATH].join(delimiter);
    const { stdout } = await promisify(execFile)("pulumi", ["preview", "--non-interactive", "--color", "never"], {
      cwd: REPOSITORY,
      env: { ...process.env, ...attached, PATH: path },
      maxBuffer: 16 * 1024 * 1024,
    });
    const [, created = "0"] = /\+ (\d+) to create/.exec(stdout) ?? [];
    expect(Number(created)).toBeGreaterThan(250);
    expect(stdout).toContain("karpenter-default-nodepool");
    expect(stdout).toContain("bucketNames");
  } finally {
    interrupt();
    expect(await served).toBe(0);
  }
  expect(readFileSync(stackFile, "utf8")).toBe(before);
});
