import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { underLock } from "./lock-file";
import type { Terminal } from "./terminal";
import { toolKey, toolsFolder } from "./tool-cache";
import { UserError } from "./user-error";

/** A tool that is built from a Go module. */
export interface GoTool {
  /** Name of the binary. */
  readonly name: string;
  /** Folder with the `go.mod` and `go.sum` that pin the tool and everything it is built from. */
  readonly moduleFolder: string;
  /** Import path of the main package. */
  readonly package: string;
  /** Flags of the linker, such as `-X importpath.name=value`. */
  readonly ldflags?: string;
  /** Build tags. */
  readonly tags?: readonly string[];
  /** How long the first build takes, for the person who waits: `about three minutes`. */
  readonly duration: string;
}

/** Where a tool's binary is, or will be once it is built: `<tools>/<name>-<hash>/bin/<name>`. */
export function goToolPath(tool: GoTool, tools = toolsFolder()): string {
  const pins = ["go.mod", "go.sum"].map((file) => readFileSync(join(tool.moduleFolder, file), "utf8"));
  return join(
    tools,
    toolKey(tool.name, [...pins, ...buildFlags(tool), process.platform, process.arch]),
    "bin",
    tool.name,
  );
}

/**
 * The path of a tool's binary, built first if this is the first time. Two processes that need it build it once; a build that is killed leaves nothing that could be
 * taken for a tool.
 * @throws UserError when Go is missing or the build fails, with what Go said
 */
export async function goTool(tool: GoTool, terminal: Terminal): Promise<string> {
  const path = goToolPath(tool);
  if (existsSync(path)) return path;
  const folder = dirname(dirname(path));
  const started = Date.now();
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s, ${tool.duration}, once`;
  const wait = (pid: number) =>
    terminal.progress(`Waiting for ${tool.name}, which process ${pid} builds (${elapsed()})`);

  return underLock(`${folder}.lock`, wait, async () => {
    if (existsSync(path)) return path;
    for (const name of readdirSync(dirname(folder))) {
      // Drafts of builds that were killed: nobody else is building, the lock is ours.
      const draft = join(dirname(folder), name);
      if (draft.startsWith(`${folder}.draft`)) rmSync(draft, { recursive: true, force: true });
    }
    const draft = `${folder}.draft-${process.pid}`;
    mkdirSync(join(draft, "bin"), { recursive: true });
    const tell = () => terminal.progress(`Building ${tool.name} from its Go module (${elapsed()})`);
    tell();
    const ticker = setInterval(tell, 1000);
    try {
      await build(tool, join(draft, "bin", tool.name));
      renameSync(draft, folder);
    } finally {
      clearInterval(ticker);
      rmSync(draft, { recursive: true, force: true });
    }
    return path;
  });
}

function buildFlags({ package: main, ldflags = "", tags = [] }: GoTool): readonly string[] {
  // Read-only: what is built is what go.mod and go.sum pin, or nothing.
  return ["-mod=readonly", "-trimpath", "-buildvcs=false", `-tags=${tags.join(",")}`, "-ldflags", ldflags, main];
}

async function build(tool: GoTool, output: string): Promise<void> {
  const args = ["build", "-o", output, ...buildFlags(tool)];
  // Neither a C compiler nor a workspace file of the machine has a say in the result.
  const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off", GOFLAGS: "" };
  const child = spawn("go", args, { cwd: tool.moduleFolder, env, stdio: ["ignore", "ignore", "pipe"] });
  const end = (signal: NodeJS.Signals): void => {
    child.kill();
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
    process.kill(process.pid, signal);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once("error", () => reject(new UserError("Go is not installed: there is no `go` on the PATH.")));
      child.once("close", (code) =>
        code === 0 ? resolve() : reject(new UserError(`go build ${tool.package} failed:\n${said.trim()}`)),
      );
    });
  } finally {
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
  }
}
