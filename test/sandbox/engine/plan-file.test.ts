import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PlanFile, writePlanFile } from "../../../sandbox/engine/plan-file";

const PLAN: PlanFile = { version: 1, stack: "s", resources: [] };

test("writes the file and its folders, replaces an older one, and leaves no draft behind", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "plan-")), "build", "s");
  const path = join(folder, "plan.json");
  writePlanFile(path, { ...PLAN, stack: "older" });
  writePlanFile(path, PLAN);
  expect(readFileSync(path, "utf8")).toBe('{\n  "version": 1,\n  "stack": "s",\n  "resources": []\n}\n');
  expect(readdirSync(folder)).toEqual(["plan.json"]);
});
