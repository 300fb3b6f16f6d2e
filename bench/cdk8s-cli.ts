import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { underLock } from "../sandbox/engine/lock-file";
import type { Terminal } from "../sandbox/engine/terminal";
import { toolKey, toolsFolder } from "../sandbox/engine/tool-cache";
import { UserError } from "../sandbox/engine/user-error";

/** Folder of the peer: an app as `cdk8s init typescript-app` lays it out. Its `package-lock.json` pins the command and everything below it. */
export const CDK8S_APP = join(__dirname, "peers/cdk8s");

/** Files that say what is installed. */
const PINS = ["package.json", "package-lock.json"] as const;

/** Where the peer's commands are, or will be once they are installed: `<tools>/cdk8s-cli-<hash>/node_modules/.bin`. */
export function cdk8sCommands(tools = toolsFolder(), app = CDK8S_APP): string {
  const pins = PINS.map((file) => readFileSync(join(app, file), "utf8"));
  return join(tools, toolKey("cdk8s-cli", pins), "node_modules", ".bin");
}

/**
 * The folder with the command `cdk8s`, installed first if this is the first time. It is kept with the built tools and not among the project's own packages: it brings 150 packages that nothing else needs.
 * None of their install scripts is run.
 * @throws UserError when npm can't install it, with what npm said
 */
export async function cdk8sCli(terminal: Terminal): Promise<string> {
  const commands = cdk8sCommands();
  if (existsSync(commands)) return commands;
  const folder = dirname(dirname(commands));
  const wait = (pid: number) => terminal.progress(`Waiting for cdk8s-cli, which process ${pid} installs`);
  return underLock(`${folder}.lock`, wait, async () => {
    if (existsSync(commands)) return commands;
    // Moved to its place when it is whole: a killed installation leaves nothing that could be taken for one.
    const draft = `${folder}.draft-${process.pid}`;
    mkdirSync(draft, { recursive: true });
    try {
      for (const file of PINS) copyFileSync(join(CDK8S_APP, file), join(draft, file));
      terminal.progress("Installing cdk8s-cli");
      await install(draft);
      renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    return commands;
  });
}

async function install(folder: string): Promise<void> {
  try {
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    await promisify(execFile)("npm", args, { cwd: folder, env: process.env });
  } catch (error) {
    const { stderr = "", message } = error as Error & { stderr?: string };
    throw new UserError(
      `cdk8s-cli, which npm run synth is compared with, could not be installed by npm ci:\n${stderr || message}`,
    );
  }
}
