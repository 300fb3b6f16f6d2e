import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type IstioctlAction, istioctlScript } from "../../../infra/istio/install-script";
import { ISTIOCTL_PROGRAM, ISTIOCTL_RUNS, type IstioctlStandIn, istioctlVariables } from "./istioctl-stand-in";
import { FILLED, KUBECTL_PROGRAM, KUBECTL_RUNS, type KubectlStandIn, kubectlVariables } from "./kubectl-stand-in";
import { type RecordedRun, recordedRuns } from "./recorded-run";

/** What came of a run of the script. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
  /** Runs of istioctl that change the cluster. */
  readonly runs: readonly RecordedRun[];
  readonly kubectlRuns: readonly RecordedRun[];
  /** What is left in the folder for temporary files. */
  readonly leftBehind: readonly string[];
}

/** What the script and the stand-ins call. Nothing else of the machine is on the PATH: it may have a kubectl. */
const TOOLS = ["sh", "cat", "cut", "dirname", "env", "ls", "mkdir", "mktemp", "rm", "sed", "tr", "wc"];

/** A folder in which the script can be run again and again. */
export class ScriptFixture {
  readonly #root = mkdtempSync(join(tmpdir(), "istioctl-"));
  #runs = 0;

  /** Runs the script with its real tools and, unless they are missing, stand-ins for istioctl and kubectl. */
  run(
    action: IstioctlAction | "",
    stdin: string,
    environment: Readonly<Record<string, string>>,
    istioctl: IstioctlStandIn | undefined,
    kubectl: KubectlStandIn | "missing" = FILLED,
  ): Outcome {
    const folder = join(this.#root, String(this.#runs++));
    const made = (name: string): string => {
      const path = join(folder, name);
      mkdirSync(path, { recursive: true });
      return path;
    };
    const bin = made("bin");
    for (const tool of TOOLS) symlinkSync(systemTool(tool), join(bin, tool));
    const program = (name: string, text: string) => writeFileSync(join(bin, name), text, { mode: 0o755 });
    if (istioctl !== undefined) program("istioctl", ISTIOCTL_PROGRAM);
    if (kubectl !== "missing") program("kubectl", KUBECTL_PROGRAM);
    const [istioctlRuns, kubectlRuns, temporary] = [made("istioctl-runs"), made("kubectl-runs"), made("tmp")];
    const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", istioctlScript(), "istio", action], {
      input: stdin,
      encoding: "utf8",
      env: {
        PATH: bin,
        TMPDIR: temporary,
        [ISTIOCTL_RUNS]: istioctlRuns,
        [KUBECTL_RUNS]: kubectlRuns,
        ...istioctlVariables(istioctl ?? {}),
        ...(kubectl === "missing" ? {} : kubectlVariables(kubectl)),
        ...environment,
      },
    });
    return {
      exitCode: status,
      output: stdout,
      errors: stderr.replaceAll(bin, "BIN"),
      runs: recordedRuns(istioctlRuns, temporary),
      kubectlRuns: recordedRuns(kubectlRuns, temporary),
      leftBehind: readdirSync(temporary),
    };
  }

  remove(): void {
    rmSync(this.#root, { recursive: true });
  }
}

function systemTool(name: string): string {
  const found = ["/usr/bin", "/bin"].map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name} is neither in /usr/bin nor in /bin, and the tests need it`);
  return found;
}
