import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { KubeObject } from "../charts/kube-object";
import { deployableRendering, documentedRendering } from "../charts/synthesize";
import { loadStackFile } from "../config/load";
import { goTool } from "../sandbox/engine/go-tool";
import { processTerminal } from "../sandbox/engine/terminal";
import { HELM } from "../test/tools/tools";
import { CDK8S_APP, cdk8sCli } from "./cdk8s-cli";
import { helmChart } from "./helm-chart";
import { requireSameObjects } from "./same-objects";
import type { JudgedCommand } from "./whole-command";

/** The commands whose times are compared, and how many objects each renders. */
export interface SynthCommands {
  readonly objects: number;
  readonly cdk8s: JudgedCommand;
  readonly cdk8sUnchecked: JudgedCommand;
  readonly npm: JudgedCommand;
  readonly helm: JudgedCommand;
  readonly node: JudgedCommand;
}

/**
 * `npm run synth` of a stack and its peers, ready to run.
 *
 * @param root the repository
 * @param scratch a folder for what the peers read and write
 */
export async function synthCommands(root: string, stack: string, scratch: string): Promise<SynthCommands> {
  const terminal = processTerminal();
  const platform = loadStackFile(join(root, `Pulumi.${stack}.yaml`));
  const documented = documentedRendering(platform).flatMap(({ objects }) => objects);
  const deployable = deployableRendering(platform).flatMap(({ objects }) => objects);
  const commands = await cdk8sCli(terminal);
  return {
    objects: deployable.length,
    cdk8s: cdk8s("cdk8s synth (its TypeScript template)", [], commands, stack, join(scratch, "checked"), documented),
    cdk8sUnchecked: cdk8s(
      "cdk8s synth, types not checked (tsx)",
      ["--app", "npx tsx main.ts"],
      commands,
      stack,
      join(scratch, "unchecked"),
      documented,
    ),
    ...ours(root, stack),
    helm: helm(await goTool(HELM, terminal), join(scratch, "chart"), join(scratch, "home"), deployable),
  };
}

/** The template's own script, `npm run synth`. Its app builds the same constructs, so what it writes are the documented objects. */
function cdk8s(
  name: string,
  args: readonly string[],
  commands: string,
  stack: string,
  output: string,
  objects: readonly KubeObject[],
): JudgedCommand {
  return {
    name,
    program: "npm",
    args: ["run", "--silent", "synth", "--", "--output", output, ...args],
    folder: CDK8S_APP,
    environment: {
      PATH: `${commands}${delimiter}${process.env.PATH ?? ""}`,
      VANTAGE_BENCH_STACK: stack,
      // Otherwise it asks the network for its newest release, once in half an hour.
      CDK8S_CHECK_UPGRADE: "false",
    },
    judge: () => {
      const files = readdirSync(output).map((file) => readFileSync(join(output, file), "utf8"));
      requireSameObjects(name, files.join("---\n"), objects);
    },
  };
}

/** The command of package.json, through npm and by itself. `--check` compares with the committed files: what a second `npm run synth` does, which writes no file that holds its text. */
function ours(root: string, stack: string): Pick<SynthCommands, "npm" | "node"> {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { synth: string } };
  const [program = "", ...args] = scripts.synth.split(" ");
  const common = { folder: root, environment: {}, judge: () => {} };
  const options = ["--stack", stack, "--check"];
  return {
    npm: {
      name: "this project, npm run synth",
      program: "npm",
      args: ["run", "--silent", "synth", "--", ...options],
      ...common,
    },
    node: {
      name: "this project, the command behind npm run synth",
      program: program === "node" ? process.execPath : program,
      args: [...args, ...options],
      ...common,
    },
  };
}

/** `helm template` of a chart of the deployable objects. Helm's folders are its own, so that nothing of the user's has a part in it. */
function helm(program: string, chart: string, home: string, objects: readonly KubeObject[]): JudgedCommand {
  const name = `helm template, Helm ${HELM.version}`;
  for (const [path, text] of helmChart(objects)) {
    const file = join(chart, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return {
    name,
    program,
    args: ["template", "vantage", chart],
    folder: chart,
    environment: { HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home },
    judge: (output) => requireSameObjects(name, output, objects),
  };
}
