import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { TreeCopy } from "../repository/recipes/tree-copy";
import { PROD } from "../sandbox/prod/prod-copy";

// Each review plans at least once: some ten seconds alone, more beside other tests.
jest.setTimeout(300_000);

const STACK_FILE = `Pulumi.${PROD}.yaml`;
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration storage-vantage-backups-lifecycle";
const BUCKET = "aws:s3/bucket:Bucket storage-vantage-backups-bucket";

let tree: TreeCopy;
beforeAll(() => {
  tree = new TreeCopy();
  tree.run("git init --quiet --initial-branch main");
  commit("base");
});
afterAll(() => tree.remove());

function commit(message: string): void {
  // The packages are a link here, which .gitignore doesn't know.
  tree.run(
    `git add --all -- . ':!node_modules' && git -c user.name=t -c user.email=t@example.com commit --quiet --message ${message}`,
  );
}

function edit(path: string, from: string, to: string): void {
  const text = tree.read(path);
  if (!text.includes(from)) throw new Error(`${path} has no "${from}" to change.`);
  writeFileSync(join(tree.root, path), text.replace(from, to));
}

/** Adds an entry to a list of a YAML file. */
function add(path: string, list: string, entry: Readonly<Record<string, string>>): void {
  const file = parse(tree.read(path)) as Record<string, unknown[]>;
  writeFileSync(join(tree.root, path), stringify({ ...file, [list]: [...(file[list] ?? []), entry] }));
}

/** Reviews the tree. @returns exit code, what the terminal shows, and what the reports say */
function review(base = "main") {
  const files = ["review.md", "review.html", "review.json"].map((name) => join(tree.root, "build", name));
  for (const file of files) rmSync(file, { force: true });
  const printed = tree.run(
    `code=0; npm run --silent review -- --stack ${PROD} --base ${base} --markdown build/review.md --html build/review.html --json build/review.json || code=$?; echo "exit code $code"`,
  );
  const code = Number(/exit code (\d+)/.exec(printed)?.[1]);
  const written = files.filter((file) => existsSync(file)).length;
  const [markdown, html] = files.map((file) => (existsSync(file) ? readFileSync(file, "utf8") : ""));
  const report = written === 3 ? JSON.parse(tree.read("build/review.json")) : undefined;
  return { code, printed, written, markdown: markdown ?? "", html: html ?? "", report };
}

test("of a tree that is the base, nothing changes", () => {
  const { code, printed, report, html } = review();
  expect([code, report.holds, report.class]).toEqual([0, true, "no effect"]);
  expect([report.changes, report.policies, report.facts, report.cost.lines]).toEqual([[], [], [], []]);
  expect(printed).toMatch(/^Nothing changes\.$/m);
  expect(html).toContain("Review of stack prod");
});

test("a retention that is shortened fails until data loss is acknowledged, and is told in all reports", () => {
  edit(STACK_FILE, "prefix: redis/, expiration: 30d", "prefix: redis/, expiration: 14d");
  const { code, printed, report, markdown, html, written } = review();
  expect([code, written, report.holds, report.class]).toEqual([1, 3, false, "data loss"]);
  expect(report.acknowledgements.missing).toEqual([LIFECYCLE]);
  expect(report.policies.map(({ rule, since }: Record<string, string>) => [rule, since])).toEqual([
    ["s3-retention", "new"],
  ]);
  expect(report.facts.map(({ id }: Record<string, string>) => id)).toEqual(["redis-backup-retention"]);
  expect(report.facts[0].touchedBy).toEqual([LIFECYCLE]);
  for (const text of [printed, markdown, html]) expect(text).toContain(LIFECYCLE);
  expect(printed).toContain(`thing: ${LIFECYCLE}`);
});

test("with an acknowledgement and an exemption it goes on, and the exemption is told", () => {
  add("review/acknowledged.yaml", "acknowledgements", {
    stack: PROD,
    thing: LIFECYCLE,
    class: "data loss",
    owner: "data-platform",
    reason: "older backups are in the archive",
  });
  add("policies/exemptions.yaml", "exemptions", {
    rule: "s3-retention",
    stack: PROD,
    object: BUCKET,
    owner: "data-platform",
    reason: "agreed on (decision P1)",
    until: "2099-12-31",
  });
  const { code, report, markdown } = review();
  expect([code, report.holds, report.class]).toEqual([0, true, "data loss"]);
  expect(report.acknowledgements).toMatchObject({ missing: [], unused: [], given: [{ owner: "data-platform" }] });
  expect(report.policies).toEqual([
    expect.objectContaining({ rule: "s3-retention", outcome: "exempt", since: "exempted", subject: BUCKET }),
  ]);
  expect(markdown).toContain("let through <code>s3-retention</code>");
});

test("an acknowledgement speaks for no later change", () => {
  commit("shorter");
  edit(STACK_FILE, "prefix: redis/, expiration: 14d", "prefix: redis/, expiration: 7d");
  const { code, report } = review("HEAD");
  expect([code, report.acknowledgements.given, report.acknowledgements.missing]).toEqual([1, [], [LIFECYCLE]]);
});

test("manifests that were edited by hand fail", () => {
  edit(STACK_FILE, "prefix: redis/, expiration: 7d", "prefix: redis/, expiration: 14d");
  edit(`manifests/${PROD}/redis.yaml`, "7.2.5", "7.2.6");
  const { code, report, printed } = review("HEAD");
  expect(code).toBe(1);
  expect(report.stale.length).toBeGreaterThan(0);
  expect(printed).toMatch(/manifests? not as the plan deploys: run npm run synth -- --stack prod/);
  tree.run(`git checkout --quiet manifests ${STACK_FILE}`);
});

test("of a stack that the base doesn't have everything is added, and nothing needs a word", () => {
  tree.run(`git switch --quiet --create without && git rm --quiet --cached ${STACK_FILE}`);
  tree.run("git -c user.name=t -c user.email=t@example.com commit --quiet --message without");
  const { code, report, markdown } = review("without");
  expect(code).toBe(0);
  expect(new Set(report.changes.map(({ operation }: Record<string, string>) => operation))).toEqual(new Set(["added"]));
  expect(report.changes.length).toBeGreaterThan(400);
  expect(markdown.length).toBeLessThan(60_000);
});

test("a base that git doesn't know is refused, and nothing is written", () => {
  const { code, printed, written } = review("nowhere");
  expect([code, written]).toEqual([1, 0]);
  expect(printed).toContain('git knows no commit "nowhere".');
});
