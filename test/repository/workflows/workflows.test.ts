import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { LAUNCHER_VERSION } from "../../../sandbox/engine/pulumi-launcher";
import { toolsFolder } from "../../../sandbox/engine/tool-cache";
import { stackFactsIn } from "../stack-facts";
import { ACTION_FOLDERS, action, githubFile, type Job, stepOf, WORKFLOW_FILES, workflow } from "./workflow";
import { stepProblems, unnamedReleases, workflowProblems } from "./workflow-rules";

const ROOT = resolve(__dirname, "../../..");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: Record<string, string> };
const SCRIPTS = Object.keys(scripts);
const page = readFileSync(join(ROOT, "docs/ci.md"), "utf8");

const FILES = [
  ...WORKFLOW_FILES.map((file) => `workflows/${file}`),
  ...ACTION_FOLDERS.map((folder) => `actions/${folder}/action.yml`),
];
const texts = FILES.map(githubFile);

/** Every match of a pattern's first group in all files, once. */
const mentioned = (pattern: RegExp) =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found = ""]) => found)))].sort();

test("there are the workflows and actions that docs/ci.md tells of", () => {
  expect(FILES).toEqual([
    "workflows/deploy-stack.yml",
    "workflows/deploy.yml",
    "workflows/pull-request.yml",
    "actions/connect/action.yml",
    "actions/list-stacks/action.yml",
    "actions/prepare/action.yml",
  ]);
});

describe.each(FILES)("%s", (file) => {
  test("tells no account, region, partition, stack or secret", () => {
    const text = githubFile(file).replace(/^\s*#.*$/gm, "");
    expect(stackFactsIn(text)).toEqual([]);
    expect(text).not.toMatch(/secrets\.|\bAKIA/);
  });

  test("says of each pin which release it is", () => {
    expect(unnamedReleases(githubFile(file))).toEqual([]);
  });
});

test.each(WORKFLOW_FILES)("%s follows the rules", (file) => {
  expect(workflowProblems(workflow(file), SCRIPTS)).toEqual([]);
});

test.each(ACTION_FOLDERS)("action %s follows them too", (folder) => {
  expect(action(folder).runs.steps.flatMap((step) => stepProblems(step, SCRIPTS))).toEqual([]);
});

test("an action has the same commit wherever it is used", () => {
  const pins = mentioned(/uses: ([\w-]+\/[\w./-]+@\S+)/g).map((pin) => pin.replace(/^([\w-]+\/[\w-]+)[^@]*/, "$1"));
  expect([...new Set(pins)].map((pin) => pin.split("@")[0])).toEqual([
    "actions/cache",
    "actions/checkout",
    "actions/download-artifact",
    "actions/setup-go",
    "actions/setup-node",
    "actions/setup-python",
    "actions/upload-artifact",
    "aws-actions/configure-aws-credentials",
    "pulumi/actions",
  ]);
});

test("docs/ci.md has each command and each variable", () => {
  const commands = mentioned(/run: ((?:npm|pulumi) .+)/g).map((command) =>
    command.replaceAll('"$STACK"', "S").replace('"$BASE"', "origin/main").replace(" --non-interactive", ""),
  );
  expect(commands).toHaveLength(9);
  // `npm ci` comes before all of them.
  expect(commands.filter((command) => !page.includes(`\`${command}\``))).toEqual(["npm ci"]);
  expect(mentioned(/vars\.(\w+)/g).filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
});

describe("a pull request", () => {
  const { jobs } = workflow("pull-request.yml");

  test("is commented on by a job that runs nothing of it", () => {
    const writers = Object.entries(jobs).filter(([, { permissions }]) => JSON.stringify(permissions).includes("write"));
    expect(writers.map(([name, { permissions }]) => [name, permissions])).toEqual([
      ["comment", { "pull-requests": "write" }],
    ]);
    expect(jobs.comment?.steps?.flatMap(({ uses = [] }) => uses).join()).toMatch(/^actions\/download-artifact@\w+$/);
    expect(jobs.comment?.steps?.some(({ run = "" }) => /npm|node/.test(run))).toBe(false);
  });

  test("has passed when every job but the comment has", () => {
    const { needs } = jobs.passed as unknown as { needs: readonly string[] };
    const others = Object.keys(jobs).filter((name) => !["comment", "passed"].includes(name));
    expect([...needs].sort()).toEqual(others.sort());
  });

  test("caches the folder in which the tools lie", () => {
    const restored = action("prepare").runs.steps.find(({ uses }) => uses?.startsWith("actions/cache/restore@"));
    const saved = stepOf(jobs.test ?? {}, /^actions\/cache\/save@/);
    expect([restored?.with?.path, saved.with?.path]).toEqual([toolsFolder({}, "~"), toolsFolder({}, "~")]);
  });
});

describe("a deployment", () => {
  const { jobs } = workflow("deploy-stack.yml");

  test("is the only one of its stack, and never cut off", () => {
    expect(workflow("deploy.yml").jobs.deploy?.concurrency).toEqual({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
      group: "deploy-${{ matrix.stack }}",
      "cancel-in-progress": false,
    });
  });

  test("updates what was previewed, in the environment that has reviewers", () => {
    const { up, preview } = jobs as Record<string, { needs?: string; environment: string }>;
    expect([preview?.environment, up?.environment, up?.needs]).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
      "${{ inputs.stack }}-preview",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
      "${{ inputs.stack }}",
      "preview",
    ]);
  });

  test("is judged by the rules before and while it is made", () => {
    const commands = Object.values(jobs).map((job) => stepOf(job, /^pulumi /).run);
    expect(commands.map((command) => command?.includes(" --policy-pack policies "))).toEqual([true, true]);
  });

  test("ends before its credentials do, and has the CLI that the tests may have", () => {
    const {
      inputs,
      runs: { steps },
    } = action("connect");
    const credentials = steps.find(({ uses }) => uses?.startsWith("aws-actions/"))?.with?.["role-duration-seconds"];
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    expect(credentials).toBe("${{ inputs.seconds }}");
    const lasting = (job: Job = {}) =>
      Number(stepOf(job, /^\.\/\.github\/actions\/connect$/).with?.seconds ?? inputs?.seconds?.default);
    for (const job of [jobs.preview, jobs.up]) expect(Number(job?.["timeout-minutes"]) * 60).toBeLessThan(lasting(job));
    expect(steps.find(({ uses }) => uses?.startsWith("pulumi/"))?.with?.["pulumi-version"]).toBe(LAUNCHER_VERSION);
  });
});
