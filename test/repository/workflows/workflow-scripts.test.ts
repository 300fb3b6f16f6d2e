import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { action, type Step, stepOf, workflow } from "./workflow";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "workflow-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a step's script as a runner does, in a folder, with a `gh` that writes down how it is called and answers with a text. */
function runStep({ run = "" }: Step, env: Readonly<Record<string, string>>, answer = "") {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const calls = join(folder, "calls");
  writeFileSync(
    join(bin, "gh"),
    `#!/bin/sh\necho "$*" >> '${calls}'\ncase "$*" in *--paginate*) printf '${answer}';; esac\n`,
  );
  chmodSync(join(bin, "gh"), 0o755);
  const path = [bin, process.env.PATH].join(delimiter);
  const { status, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, GITHUB_OUTPUT: join(folder, "output"), ...env, PATH: path },
  });
  const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  return { status, stderr, calls: read(calls).trim().split("\n"), output: read(join(folder, "output")) };
}

describe("the list of stacks", () => {
  const [list = {}] = action("list-stacks").runs.steps;
  beforeEach(() => {
    for (const stack of ["lab", "a.b"]) writeFileSync(join(folder, `Pulumi.${stack}.yaml`), "");
    writeFileSync(join(folder, "Pulumi.yaml"), "");
  });

  test.each([
    ["", '["a.b","lab"]'],
    ["lab", '["lab"]'],
  ])("for %p is %s", (only, names) => {
    expect(runStep(list, { ONLY: only })).toMatchObject({ status: 0, output: `names=${names}\n` });
  });

  test("refuses a stack that has no file", () => {
    const { status, stderr, output } = runStep(list, { ONLY: "$(id)" });
    expect([status, output]).toEqual([1, ""]);
    expect(stderr).toContain("No stack $(id); there are: ");
  });
});

describe("the comment", () => {
  const post = stepOf(workflow("pull-request.yml").jobs.comment ?? {}, /gh api/);
  const env = { COMMENTS: "comments", COMMENT: "comment", MARKER: "<!-- review of lab -->" };
  beforeEach(() => {
    mkdirSync(join(folder, "review"));
    writeFileSync(join(folder, "review/review.md"), "# Nothing changes\n");
  });

  test("is made when there is none", () => {
    const { status, calls } = runStep(post, env);
    expect(status).toBe(0);
    expect(calls.slice(1)).toEqual(["api --silent --method POST comments --field body=@comment.md"]);
    expect(readFileSync(join(folder, "comment.md"), "utf8")).toBe("<!-- review of lab -->\n# Nothing changes\n");
  });

  test("takes the place of the last one", () => {
    const { status, calls } = runStep(post, env, "17\\n23\\n");
    expect(status).toBe(0);
    expect(calls.slice(1)).toEqual(["api --silent --method PATCH comment/23 --field body=@comment.md"]);
  });
});

test.each([
  ["success success skipped", 0],
  ["success failure", 1],
  ["success cancelled success", 1],
])("jobs that ended with %s: exit code %d", (results, status) => {
  expect(runStep(stepOf(workflow("pull-request.yml").jobs.passed ?? {}, /RESULTS/), { RESULTS: results }).status).toBe(
    status,
  );
});
