import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadStackFile } from "../../config/load";
import { stackNames } from "../../sandbox/engine/project";
import { ROOT } from "../repository/repository-files";
import { API_SERVERS, apiServerOf } from "./api-servers";

test.each(Object.keys(API_SERVERS))("%s is that of its minor version", (minor) => {
  expect(apiServerOf(minor).version).toMatch(new RegExp(`^${minor.replace(".", "\\.")}\\.\\d+$`));
});

test.each(stackNames(ROOT))("there is one for %s", (stack) => {
  const { cluster } = loadStackFile(join(ROOT, `Pulumi.${stack}.yaml`));
  expect(Object.keys(API_SERVERS)).toContain(cluster.version);
});

test("every one that is pinned is in the table", () => {
  const folders = readdirSync(__dirname).filter((name) => name.startsWith("kube-apiserver"));
  expect(Object.values(API_SERVERS).map(({ moduleFolder }) => moduleFolder)).toEqual(
    folders.sort().map((name) => join(__dirname, name)),
  );
});

test("says what to do for a version that has none", () => {
  expect(() => apiServerOf("1.31")).toThrow(
    "No kube-apiserver is pinned for Kubernetes 1.31; there are those of 1.29, 1.34, 1.35. Pin one below test/tools",
  );
});
