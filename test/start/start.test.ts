import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
// Inside the repository, so that the files find its packages; git-ignored.
mkdirSync(join(ROOT, ".sandbox"), { recursive: true });
const folder = mkdtempSync(join(ROOT, ".sandbox", "start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a TypeScript file as `Pulumi.yaml` has the program run; gives what it printed. */
function run(text: string, environment: Record<string, string> = {}): string {
  const file = join(folder, "file.ts");
  writeFileSync(file, text);
  const args = ["--require", join(ROOT, "start/register.cjs"), file];
  return execFileSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

test("TypeScript runs, from the cache the second time, and a change of the file counts at once", () => {
  const program = (word: string) =>
    `interface Word { text: string }\nconst word: Word = { text: "${word}" };\nconsole.log(word.text);`;
  expect([run(program("one")), run(program("one")), run(program("two"))]).toEqual(["one\n", "one\n", "two\n"]);
});

test("a stack trace points into the TypeScript", () => {
  const trace = run(
    'interface A { a: 1 }\n\n\nfunction boom(a: A) { return new Error("x" + a.a).stack; }\nconsole.log(boom({ a: 1 }));',
  );
  expect(trace).toMatch(/at boom \(.*file\.ts:4:\d+\)/);
});

test("the SDK starts without the compiler and npm's dependency tree, and still has them when a function is to be serialised", () => {
  const loaded =
    "const loaded = () => Object.keys(require.cache).filter((f) => /node_modules\\/(typescript\\/lib|@npmcli\\/arborist)\\//.test(f)).length;";
  expect(
    run(`import * as pulumi from "@pulumi/pulumi";\n${loaded}\nconsole.log(typeof pulumi.Config, loaded());`),
  ).toBe("function 0\n");
  const serialised = `import * as pulumi from "@pulumi/pulumi";\nvoid pulumi.runtime.serializeFunction(() => 42).then(({ text }) => console.log(text.includes("42")));`;
  expect(run(serialised)).toBe("true\n");
});

test("only the stack that the SDK keeps for a promise is left out, and not when leaks are looked for", () => {
  const program = `import "source-map-support/register";
    function debuggablePromise() { return new Error().stack; }
    function other() { return new Error().stack; }
    const found = Error.prepareStackTrace;
    Error.prepareStackTrace = () => "mine";
    const during = other();
    Error.prepareStackTrace = found;
    console.log(JSON.stringify([debuggablePromise(), during, String(other()).includes("at other")]));`;
  expect(JSON.parse(run(program))).toEqual(["Error", "mine", true]);
  const [kept] = JSON.parse(run(program, { PULUMI_DEBUG_PROMISE_LEAKS: "true" })) as string[];
  expect(kept).toContain("at debuggablePromise");
});
