import type { Job, Step, Workflow } from "./workflow";
import { stepProblems, unnamedReleases, workflowProblems } from "./workflow-rules";

const CHECKOUT = `actions/checkout@${"a".repeat(40)}`;
const SCRIPTS = ["check", "test"];

/** A workflow that follows every rule, made anew for each case. */
function good(): Workflow {
  const steps: Step[] = [
    { uses: CHECKOUT, with: { "persist-credentials": false } },
    { uses: "./.github/actions/prepare" },
    { uses: `actions/cache/restore@${"b".repeat(40)}` },
    { run: 'npm run check -- --stack "$STACK" && npm test', env: { STACK: "x" } },
  ];
  return {
    on: { pull_request: null },
    permissions: {},
    jobs: {
      check: { permissions: { contents: "read" }, "timeout-minutes": 10, steps },
      up: { permissions: { "id-token": "write" }, environment: "e", "timeout-minutes": 120, steps: [] },
      called: { permissions: { "id-token": "write" }, uses: "./.github/workflows/deploy-stack.yml" },
    },
  };
}

/** The good workflow with its job `check` changed. */
const withJob = (change: Partial<Job>): Workflow => ({
  ...good(),
  jobs: { check: { ...good().jobs.check, ...change } },
});
const withStep = (step: Step): Workflow => withJob({ steps: [step] });

test("accepts a workflow that follows every rule", () => {
  expect(workflowProblems(good(), SCRIPTS)).toEqual([]);
});

test.each<[string, Workflow, string]>([
  [
    "a trigger with the rights of main",
    { ...good(), on: { pull_request_target: null } },
    "pull_request_target runs with the rights of main what a stranger proposes",
  ],
  [
    "a trigger that follows a stranger's run",
    { ...good(), on: { workflow_run: {} } },
    "workflow_run runs with the rights of main what a stranger proposes",
  ],
  [
    "permissions for all jobs",
    { ...good(), permissions: { contents: "read" } },
    "permissions of the workflow have to be {}, so that each job states its own",
  ],
  [
    "every permission in a word",
    { ...good(), permissions: "write-all" },
    "permissions of the workflow have to be {}, so that each job states its own",
  ],
  [
    "the default permissions",
    { on: {}, jobs: good().jobs },
    "permissions of the workflow have to be {}, so that each job states its own",
  ],
  [
    "a job that states none",
    { ...good(), jobs: { check: { "timeout-minutes": 5 } } },
    "check: states no permissions, one by one",
  ],
  ["a job with all", withJob({ permissions: "read-all" }), "check: states no permissions, one by one"],
  ["a job that may push", withJob({ permissions: { contents: "write" } }), "check: may write to the repository"],
  [
    "a way into the cloud that nobody guards",
    withJob({ permissions: { "id-token": "write" } }),
    "check: may sign in to the cloud outside an environment",
  ],
  ["no timeout", { ...good(), jobs: { check: { permissions: {} } } }, "check: timeout-minutes has to be 1 to 120"],
  ["a timeout of hours", withJob({ "timeout-minutes": 121 }), "check: timeout-minutes has to be 1 to 120"],
  ["an action at a tag", withStep({ uses: "actions/cache@v6" }), "check: actions/cache@v6 is not pinned to a commit"],
  [
    "an action at half a commit",
    withStep({ uses: "actions/cache@0123456" }),
    "check: actions/cache@0123456 is not pinned to a commit",
  ],
  [
    "somebody else's workflow at a branch",
    withJob({ uses: "acme/ci/.github/workflows/x.yml@main" }),
    "check: acme/ci/.github/workflows/x.yml@main is not pinned to a commit",
  ],
  ["an action that is gone", withStep({ uses: "./.github/actions/x" }), "check: ./.github/actions/x does not exist"],
  [
    "a checkout that leaves its token behind",
    withStep({ uses: CHECKOUT }),
    "check: actions/checkout keeps its credentials",
  ],
  ["a script that is gone", withStep({ run: "npm run lint" }), "check: package.json has no script lint"],
  [
    "an expression in a script",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    withStep({ run: "echo ${{ github.head_ref }}" }),
    "check: puts an expression into a script; it has to come through env",
  ],
])("finds %s", (_, broken, problem) => {
  expect(workflowProblems(broken, SCRIPTS)).toEqual([problem]);
});

test("holds a step of an action to the same", () => {
  expect(stepProblems({ uses: "actions/cache@v6", run: "npm run lint" }, SCRIPTS)).toEqual([
    "actions/cache@v6 is not pinned to a commit",
    "package.json has no script lint",
  ]);
});

test("wants the release of each pin beside it", () => {
  const pin = `- uses: ${CHECKOUT}`;
  expect(unnamedReleases(`${pin} # v7.0.1\n  uses: ./.github/actions/prepare`)).toEqual([]);
  expect(unnamedReleases(`${pin}\n    ${pin} # v7`)).toEqual([pin, `${pin} # v7`]);
});
