import { readFileSync } from "node:fs";
import { join } from "node:path";
import { missingPaths } from "./named-paths";
import { recipesIn } from "./recipes/recipe";
import { ROOT, repositoryFiles } from "./repository-files";

const FILES = [
  "README.md",
  "Pulumi.prod.yaml",
  "docs/ci.md",
  "charts/charts.ts",
  "charts/kafka/deviations.ts",
  "test/a.engine.test.ts",
];

test.each([
  ["a file", "`charts/charts.ts`"],
  ["a folder, with or without its slash", "`charts/kafka/` and `charts/kafka`, in `charts/`"],
  ["a folder somewhere", "`kafka/`"],
  ["a name somewhere", "`deviations.ts`"],
  ["the end of a name", "`.engine.test.ts`"],
  ["a name with a part left open", "`Pulumi.<stack>.yaml`, `charts/<system>/deviations.ts`"],
  ["a link, from the page's folder", "[here](ci.md), [there](../README.md#what), [away](https://example.com/x.md)"],
  ["what is made", "`build/prod/plan.json`"],
  ["code that is no path", "`npm run check`, `nodes.min`, `apps/Deployment a/b`, `@pulumi/aws`, `arn:aws`"],
  ["a block of code", "1. Look:\n\n   ```sh\n   cat `gone.ts`\n   ```\n"],
])("takes %s", (_, markdown) => {
  expect(missingPaths(markdown, "docs/page.md", FILES)).toEqual([]);
});

test.each([
  ["a file", "`charts/gone.ts`", "charts/gone.ts"],
  ["a file that is named as a folder", "`charts/charts.ts/`", "charts/charts.ts/"],
  ["a folder", "`charts/redis/`", "charts/redis/"],
  ["a folder at the root", "`review/`", "review/"],
  ["a name", "`gone.ts`", "gone.ts"],
  ["a part of a name", "`harts.ts`", "harts.ts"],
  ["a name with a part left open", "`Pulumi.<stack>.json`", "Pulumi.<stack>.json"],
  ["the end of a name", "`.unit.test.ts`", "<any>.unit.test.ts"],
  ["a link", "[here](README.md)", "docs/README.md"],
])("misses %s", (_, markdown, missing) => {
  expect(missingPaths(markdown, "docs/page.md", FILES)).toEqual([missing]);
});

test.each(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/ci.md", "docs/first-apply.md"])(
  "%s names what exists, or what its recipes write",
  (page) => {
    const markdown = readFileSync(join(ROOT, page), "utf8");
    const written = [...recipesIn(markdown).values()]
      .flat()
      .flatMap((step) => (step.verb === "Write" ? [step.path] : []));
    expect(missingPaths(markdown, page, [...repositoryFiles(), ...written])).toEqual([]);
  },
);
