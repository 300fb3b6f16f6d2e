import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadStackFile } from "../../config/load";
import { applyDiff } from "./recipes/apply-diff";
import { recipesIn } from "./recipes/recipe";
import { changedObjects, TreeCopy } from "./recipes/tree-copy";
import { ROOT } from "./repository-files";

const page = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
const walk = recipesIn(page).get("walk") ?? [];

/** The rows that name a file and something in it. */
const rows = [...page.matchAll(/^\| `([^`]+)`, `(\w+)` \|/gm)].map(([, file = "", name = ""]) => [file, name] as const);

/** Blocks of text that are indented by four, without the indent. */
const blocks = [...page.matchAll(/(?:^ {4}.*\n|^\n(?= {4}))+/gm)].map(([block]) => block.replace(/^ {4}/gm, "").trim());

test("the walk goes through both directions", () => {
  expect(rows[0]).toEqual(["charts/synth.ts", "main"]);
  expect(rows.length).toBeGreaterThanOrEqual(20);
});

test.each(rows)("%s has %s", (file, name) => {
  const text = readFileSync(join(ROOT, file), "utf8");
  expect(text).toMatch(new RegExp(`^(export )?(function|const|class) ${name}\\b`, "m"));
});

test("the change is one number in one object", () => {
  const tree = new TreeCopy();
  try {
    for (const step of walk) tree.take(step);
    const file = "manifests/prod/kafka.yaml";
    const [before, after] = [readFileSync(join(ROOT, file), "utf8"), tree.read(file)];
    expect(changedObjects(before, after)).toEqual(["~ kafka.strimzi.io/KafkaTopic kafka-prod/vantage-order-events"]);
    const different = after.split("\n").filter((line, index) => line !== before.split("\n")[index]);
    expect(different).toEqual(["  partitions: 48"]);
    expect(tree.run(`diff -rq manifests '${ROOT}/manifests' || true`).match(/differ|Only in/g)).toEqual(["differ"]);
  } finally {
    tree.remove();
  }
});

test.each(["many", "3"])("partitions: %s is refused in the words of the page", (value) => {
  const [change] = walk;
  if (change?.verb !== "Change") throw new Error("The walk begins with another step.");
  const folder = mkdtempSync(join(tmpdir(), "walk-"));
  try {
    const file = join(folder, change.path);
    const text = applyDiff(readFileSync(join(ROOT, change.path), "utf8"), change.diff.replace("48", value));
    writeFileSync(file, text);
    let said = "";
    try {
      loadStackFile(file);
    } catch (error) {
      said = (error as Error).message;
    }
    const report = said
      .split("\n\n")
      .slice(1)
      .join("\n")
      .replace(/ +line \d+$/gm, "")
      .replace(/^ {2}/gm, "")
      .trim();
    expect(report).toMatch(/^vantage:kafka/);
    expect(blocks.filter((block) => block.split("\n\n").includes(report))).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
