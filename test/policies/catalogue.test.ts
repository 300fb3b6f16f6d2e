import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CHECKS } from "../../charts/checks/all";
import { catalogueLines, cataloguePage } from "../../policies/catalogue";
import { RULES } from "../../policies/index";

const ROOT = resolve(__dirname, "../..");
const RULE_FOLDER = join(ROOT, "policies/rules");

/** Ids by the files in the folders of rules: one rule, one file. */
function filesOfRules(): readonly string[] {
  return readdirSync(RULE_FOLDER, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => path.replace(/^.*\//, "").replace(/\.ts$/, ""))
    .sort();
}

describe("the rules", () => {
  it("are all listed, each in the file of its id, and the semantic checks with them", () => {
    expect(RULES.map(({ id }) => id).sort()).toEqual([...filesOfRules(), ...Object.keys(CHECKS)].sort());
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s is described in full", (id, rule) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rule.title).toMatch(/^([A-Z]|iam:).{19,159}[^.]$/);
    expect(rule.why).toMatch(/^.{20,}\.$/);
    expect(rule.remediation).toMatch(/^[A-Z].{15,}\.$/);
    expect(rule.link).toMatch(/^https:\/\//);
    expect(rule.appliesTo.length).toBeGreaterThan(0);
  });

  it("have titles of their own", () => {
    const titles = RULES.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

describe("the catalogue", () => {
  it("has a line for each rule", () => {
    expect(catalogueLines(RULES)).toHaveLength(RULES.length);
    expect(catalogueLines(RULES).find((line) => line.startsWith("kms-key-rotation "))).toMatch(
      /^kms-key-rotation +medium +mandatory +Customer managed keys are rotated every year$/,
    );
  });

  it("is what docs/policies.md says: npm run policy -- --write-docs", () => {
    expect(readFileSync(join(ROOT, "docs/policies.md"), "utf8")).toBe(cataloguePage(RULES));
  });
});
