import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CHARTS } from "../../charts/charts";
import { deviations } from "../../charts/deviations";
import { differences } from "../../charts/manifest-folder";
import { manifestFiles } from "../../charts/manifests";
import { runbookFiles } from "../../charts/monitoring/runbooks/runbook-files";
import { documentedRendering } from "../../charts/synthesize";
import { chartsOf } from "../../charts/system-chart";
import { prodPlatform, prodWith } from "../infra/prod-platform";
import { STACKS, stackPlatform } from "../infra/stack-platform";

const REPOSITORY = resolve(__dirname, "../..");
const prod = prodPlatform();

test.each(STACKS)("what is committed of %s is what the charts render", (stack) => {
  const platform = stackPlatform(stack);
  expect(differences(join(REPOSITORY, "manifests", stack), manifestFiles(platform))).toEqual([]);
  expect(differences(join(REPOSITORY, "docs/runbooks", stack), runbookFiles(platform))).toEqual([]);
});

test("twice the same bytes", () => {
  expect([...manifestFiles(prodPlatform())]).toEqual([...manifestFiles(prod)]);
});

/** Charts with objects that the documents print. */
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  prod: ["karpenter", "redis-operator", "kafka", "maintenance"],
  "sre-lab": ["lab-monitoring", "sre-shop"],
};

test.each(Object.entries(PRINTED))(
  "%s: a file for each chart, and for each that has printed objects one as documented",
  (stack, printed) => {
    const platform = stackPlatform(stack);
    expect([...manifestFiles(platform).keys()]).toEqual([
      ...chartsOf(platform, CHARTS).map(({ name }) => `${name}.yaml`),
      ...printed.map((name) => `as-documented/${name}.yaml`),
    ]);
  },
);

test.each(STACKS)("every deviation of %s has an id of its own, a reason, a source and an answer", (stack) => {
  const ledger = deviations(stackPlatform(stack));
  expect(new Set(ledger.map(({ id }) => id)).size).toBe(ledger.length);
  for (const { reason, source, without } of ledger) {
    expect([reason, source, without.answer].every((text) => text.length > 5)).toBe(true);
  }
});

test("two charts never render the same object", () => {
  const [first] = CHARTS;
  if (first === undefined) throw new Error("there is no chart");
  expect(() => documentedRendering(prod, [first, { ...first, name: "again" }])).toThrow(
    `Charts ${first.name} and again both render`,
  );
});

test("nothing that the checks object to is rendered", () => {
  const broken = prodWith((input) => {
    delete input.karpenter.nodePools["default-nodepool"]?.maxPods;
  });
  expect(() => manifestFiles(broken)).toThrow(
    /prod: 1 problem in the manifests, nothing was written\n\n.*\n.*maxPods is missing/,
  );
});

describe("npm run synth", () => {
  let copy: string;
  const synth = (...args: string[]) =>
    spawnSync(process.execPath, ["--require", "./start/register.cjs", "charts/synth.ts", ...args], {
      cwd: copy,
      encoding: "utf8",
    });

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "synth-"));
    for (const name of [
      "charts",
      "config",
      "start",
      "package.json",
      "tsconfig.json",
      "Pulumi.yaml",
      ...STACKS.map((stack) => `Pulumi.${stack}.yaml`),
    ]) {
      cpSync(join(REPOSITORY, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(REPOSITORY, "node_modules"), join(copy, "node_modules"));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test("an empty folder fails the check and is then written; a second run writes nothing", () => {
    const missing = synth("--check");
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain("manifests/prod/karpenter.yaml: missing");
    expect(missing.stderr).toContain("Run `npm run synth`");
    expect(synth("--check", "--stack", "prod").stderr).toContain("Run `npm run synth -- --stack prod`");
    expect(synth().stdout).toContain("wrote manifests/prod/karpenter.yaml");
    const counts = STACKS.flatMap((stack) => {
      const platform = stackPlatform(stack);
      const runbooks = runbookFiles(platform).size;
      return [`manifests/${stack}: ${manifestFiles(platform).size} files`, `docs/runbooks/${stack}: ${runbooks} files`];
    });
    expect(synth().stdout).toBe(`${counts.join("\n")}\n`);
    expect(synth("--check").status).toBe(0);
    for (const folder of ["manifests", "docs/runbooks/prod"]) {
      execFileSync("diff", ["-r", join(copy, folder), join(REPOSITORY, folder)]);
    }
  });

  test("a stale file fails the check with its line and stays as it is", () => {
    synth();
    const file = join(copy, "manifests/prod/karpenter.yaml");
    const edited = readFileSync(file, "utf8").replace("weight: 100", "weight: 1");
    writeFileSync(file, edited);
    const { status, stderr } = synth("--check");
    expect(status).toBe(1);
    expect(stderr).toMatch(/manifests\/prod\/karpenter\.yaml: stale from line \d+\n/);
    expect(readFileSync(file, "utf8")).toBe(edited);
  });

  test.each([
    [["--stack", "nowhere"], "Pulumi.nowhere.yaml"],
    [["--verify"], "Unknown option '--verify'"],
    [["extra"], "Unexpected argument 'extra'"],
  ])("%j is refused without a stack trace", (args, message) => {
    const { status, stderr } = synth(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("a broken stack file leaves the manifests alone", () => {
    synth();
    const file = join(copy, "Pulumi.prod.yaml");
    const good = readFileSync(file, "utf8");
    writeFileSync(file, good.replace("disruptionBudget: 20%", "disruptionBudget: 20"));
    const { status, stderr } = synth();
    writeFileSync(file, good);
    expect(status).toBe(1);
    expect(stderr).toContain("vantage:karpenter.nodePools.default-nodepool.disruptionBudget");
    expect(synth("--check").status).toBe(0);
  });
});
