import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { checkOut, KEPT_CHECKOUTS, runIn } from "../../review/checkout";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "vantage-checkout-"));
  git("init", "--quiet", "--initial-branch", "main");
  write(".gitignore", "node_modules\n.sandbox\n");
  write("package-lock.json", "{}\n");
  write("start/register.cjs", "");
  mkdirSync(join(root, "node_modules"));
  commit("one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
const git = (...args: readonly string[]) =>
  execFileSync("git", [...identity, ...args], { cwd: root, encoding: "utf8" }).trim();
function write(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}
/** @returns its name */
function commit(text: string): string {
  write("file.txt", text);
  git("add", "--all");
  git("commit", "--quiet", "--message", text, "--date", "2026-03-04T12:00:00Z");
  return git("rev-parse", "HEAD");
}
const laidOut = (ref: string) => {
  const told: string[] = [];
  const checkout = checkOut(root, ref, (text) => told.push(text));
  return { checkout, told, text: readFileSync(join(checkout.folder, "file.txt"), "utf8") };
};

test("a commit is laid out as it was, with the dependencies of the working tree", () => {
  const first = git("rev-parse", "HEAD");
  commit("two");
  write("file.txt", "three, not committed");
  const { checkout, text, told } = laidOut(first);
  expect([checkout.commit, text, told]).toEqual([first, "one", []]);
  expect(existsSync(join(checkout.folder, "node_modules"))).toBe(true);
  expect(laidOut("HEAD").text).toBe("two");
});

test("of a branch that went on, the commit counts at which the two part", () => {
  const parting = git("rev-parse", "HEAD");
  git("switch", "--quiet", "--create", "change");
  commit("mine");
  git("switch", "--quiet", "main");
  commit("theirs");
  git("switch", "--quiet", "change");
  expect(laidOut("main").checkout.commit).toBe(parting);
});

test("of a history that has nothing in common, its end counts", () => {
  git("switch", "--quiet", "--orphan", "other");
  write("package-lock.json", "{}\n");
  write("start/register.cjs", "");
  const other = commit("other");
  git("switch", "--quiet", "main");
  expect(laidOut("other").checkout.commit).toBe(other);
});

test("what a killed run left isn't taken for the commit", () => {
  const commitName = git("rev-parse", "HEAD");
  write(`.sandbox/review/${commitName}-killed/file.txt`, "half");
  expect(laidOut("HEAD").text).toBe("one");
});

test("of two runs at once one lays out, and both have the whole", async () => {
  const script = `require(${JSON.stringify(join(__dirname, "../../start/register.cjs"))}); console.log(require(${JSON.stringify(join(__dirname, "../../review/checkout.ts"))}).checkOut(process.cwd(), "HEAD", () => {}).folder)`;
  const run = promisify(execFile);
  const runs = await Promise.all([1, 2, 3].map(() => run(process.execPath, ["--eval", script], { cwd: root })));
  const folders = new Set(runs.map(({ stdout }) => stdout.trim()));
  expect(folders.size).toBe(1);
  expect(readFileSync(join([...folders][0] ?? "", "file.txt"), "utf8")).toBe("one");
  expect(readdirSync(join(root, ".sandbox", "review"))).toHaveLength(1);
});

test("with another lock file in the working tree it is laid out anew, with dependencies of its own", () => {
  laidOut("HEAD");
  write("package-lock.json", '{ "lockfileVersion": 3, "packages": {} }\n');
  expect(() => laidOut("HEAD")).toThrow(/The dependencies of [0-9a-f]{12} can't be installed: npm ci failed/);
});

test("a commit that is laid out is used again", () => {
  const { checkout } = laidOut("HEAD");
  writeFileSync(join(checkout.folder, "plan.json"), "{}");
  laidOut("HEAD");
  expect(existsSync(join(checkout.folder, "plan.json"))).toBe(true);
});

test(`the ${KEPT_CHECKOUTS} that were used last are kept`, async () => {
  const commits = Array.from({ length: KEPT_CHECKOUTS + 1 }, (_, index) => commit(String(index)));
  for (const one of [...commits.slice(0, -1), commits[0] ?? "", commits.at(-1) ?? ""]) {
    laidOut(one);
    await setTimeout(10);
  }
  const kept = readdirSync(join(root, ".sandbox", "review"));
  expect(kept).toHaveLength(KEPT_CHECKOUTS);
  expect(commits.filter((one) => !kept.includes(one))).toEqual([commits[1]]);
});

test("a reference that git doesn't know is refused with the way out", () => {
  expect(() => laidOut("nowhere")).toThrow(
    'git knows no commit "nowhere". Name a branch, a tag or a commit with --base; fetch it first if it is remote.',
  );
});

test("a script of it runs with its own code, on the commit's day", async () => {
  write(
    "script.js",
    "console.log(require('node:fs').readFileSync('file.txt', 'utf8'), process.env.VANTAGE_POLICY_DAY); process.exit(3);",
  );
  commit("two");
  write("file.txt", "not committed");
  const day = git("show", "--no-patch", "--format=%cs", "HEAD");
  expect(await runIn(laidOut("HEAD").checkout, "script.js", [])).toEqual({ code: 3, text: `two ${day}\n` });
});
