import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { stackFactsIn } from "./stack-facts";

const ROOT = resolve(__dirname, "../..");

/** Files that are reference data about every region, not knowledge of one. */
const REFERENCE = /^config\/reference\//;

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !REFERENCE.test(path));
}

/** The code of a file without its comments; strings stay. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1");
}

/** What the code of a file tells. Comments are exempt: they cite documents and show examples. */
function findings(text: string): string[] {
  return stackFactsIn(withoutComments(text));
}

describe("only a stack file knows account, region, partition and stack", () => {
  const files = [
    "config",
    "infra",
    "charts",
    "policies",
    "facts",
    "compliance",
    "health",
    "lab",
    "review",
    "sandbox",
    "upgrade",
  ].flatMap(sources);

  it("reads the whole code", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        "config/platform.ts",
        "infra/deploy-platform.ts",
        "charts/charts.ts",
        "policies/rule.ts",
        "sandbox/cli.ts",
      ]),
    );
  });

  it.each(files)("%s", (file) => {
    expect(findings(readFileSync(join(ROOT, file), "utf8"))).toEqual([]);
  });

  it.each([
    ['const role = "arn:aws:iam::aws:policy/x";', "a partition's ARN"],
    ["const role = `arn:aws-us-gov:iam::aws:policy/x`;", "a partition's ARN"],
    ['const region = "us-east-1";', "a region"],
    ['const zone = "us-gov-west-1a";', "a region"],
    ['const account = "123456789012";', "an account"],
    ['if (stack === "prod") {', "the stack's name"],
    ['const production = "production"; // as in prod, us-east-1', undefined],
  ])("finds in %s: %s", (line, expected) => {
    expect(findings(line)).toEqual(expected === undefined ? [] : [expected]);
  });
});
