import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One run of a stand-in. */
export interface RecordedRun {
  /** Its arguments; the private folder reads `FOLDER`. */
  readonly args: readonly string[];
  /** What was in the file that `--filename` names. */
  readonly operator: string | undefined;
  /** What was in the file that KUBECONFIG names, and the permissions of that file and its folder. */
  readonly kubeconfig: string;
  readonly permissions: readonly string[];
  /** Names of the variables that it inherited. */
  readonly variables: readonly string[];
  /** What it could read from standard input. */
  readonly input: string;
}

/** Shell code by which a stand-in writes down how it was called, in one folder for each run: `$run`, in the folder that a variable names. */
export function recording(variable: string): string {
  return `run=$${variable}/$(ls "$${variable}" | wc -l | tr -d ' ')
mkdir "$run"
for argument; do printf '%s\\n' "$argument"; done >"$run/args"
env | sed -n 's/^\\([A-Za-z_][A-Za-z_0-9]*\\)=.*/\\1/p' >"$run/variables"
cat >"$run/input"
cat "$KUBECONFIG" >"$run/kubeconfig"
for path in "$KUBECONFIG" "$(dirname "$KUBECONFIG")"; do ls -ld "$path" | cut -c1-10; done >"$run/permissions"
`;
}

/** The runs that were written down in a folder, the first one first. */
export function recordedRuns(folder: string, temporary: string): readonly RecordedRun[] {
  return readdirSync(folder)
    .sort()
    .map((name) => recorded(join(folder, name), temporary));
}

function recorded(folder: string, temporary: string): RecordedRun {
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const lines = (name: string) => text(name).split("\n").slice(0, -1);
  return {
    args: lines("args").map((argument) => argument.replace(new RegExp(`^${temporary}/[^/]+`), "FOLDER")),
    operator: existsSync(join(folder, "operator")) ? text("operator") : undefined,
    kubeconfig: text("kubeconfig"),
    permissions: lines("permissions"),
    variables: lines("variables"),
    input: text("input"),
  };
}
