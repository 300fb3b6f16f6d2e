import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownerProblems, teamsIn } from "./code-owners";
import { ROOT, repositoryFiles } from "./repository-files";

const FILES = ["README.md", "Pulumi.lab.yaml", "charts/charts.ts", "charts/kafka/kafka.ts"];
const GOOD = `# Who answers for what
*                  @acme/platform
/charts/           @acme/platform @acme/apps # both
/charts/kafka/     @acme/data
/Pulumi.*.yaml     @acme/platform
/README.md         @acme/docs
`;

test("accepts folders, files and names with a star, each with a team", () => {
  expect(ownerProblems(GOOD, FILES)).toEqual([]);
});

test.each([
  ["no default", ["*  ", "/"], "the first line has to be that of *, so that nothing is without an owner"],
  ["a line without an owner", ["@acme/data", ""], "/charts/kafka/ has no owner"],
  ["a person", ["@acme/data", "@jo"], "/charts/kafka/: @jo is no team; people come and go"],
  ["an address", ["@acme/data", "jo@acme.com"], "/charts/kafka/: jo@acme.com is no team; people come and go"],
  ["a folder that is gone", ["/charts/kafka/", "/charts/redis/"], "/charts/redis/ fits nothing"],
  ["a file that is gone", ["/README.md", "/READ.md"], "/READ.md fits nothing"],
  ["a folder that isn't written from the root", ["/charts/kafka/", "kafka/"], "kafka/ fits nothing"],
  ["a star that fits nothing", ["Pulumi.*", "Pulumi.*x"], "/Pulumi.*x.yaml fits nothing"],
])("finds %s", (_, [from = "", to = ""], problem) => {
  expect(ownerProblems(GOOD.replace(from, to), FILES)).toContain(problem);
});

test("finds a line that a later one undoes", () => {
  expect(ownerProblems(`${GOOD}/charts/  @acme/apps\n`, FILES)).toEqual([
    "/charts/ counts for nothing: a later line takes all of it",
    "/charts/kafka/ counts for nothing: a later line takes all of it",
  ]);
});

describe(".github/CODEOWNERS", () => {
  const text = readFileSync(join(ROOT, ".github/CODEOWNERS"), "utf8");

  test("names what exists, and teams alone", () => {
    expect(ownerProblems(text, repositoryFiles())).toEqual([]);
  });

  test("has the teams that docs/ci.md tells of", () => {
    const page = readFileSync(join(ROOT, "docs/ci.md"), "utf8");
    expect(teamsIn(page)).toEqual([
      "@vantage/data-platform",
      "@vantage/platform-infra",
      "@vantage/security",
      "@vantage/sre",
    ]);
    expect(teamsIn(text)).toEqual(teamsIn(page));
  });
});
