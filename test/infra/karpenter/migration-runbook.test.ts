import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { PHASES, poolActivity } from "../../../config/derived/karpenter-phase";
import { KARPENTER_PHASES } from "../../../config/sections/karpenter";
import { prodPlatform } from "../prod-platform";

const RUNBOOK = readFileSync(resolve(__dirname, "../../../docs/runbooks/karpenter-migration.md"), "utf8");

/** Rows of the first table under a heading, as cells, without its header. */
function table(heading: string): string[][] {
  const section = RUNBOOK.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test("the table of phases is what the code sets", () => {
  const { nodePools } = prodPlatform().karpenter;
  const expected = KARPENTER_PHASES.map((phase) => [
    phase,
    ...Object.values(nodePools).flatMap((pool) => {
      const { weight, limits } = poolActivity(pool, phase);
      return [String(weight), String(limits.cpu)];
    }),
    PHASES[phase].autoscalerInstalled ? String(PHASES[phase].autoscalerReplicas) : "none",
  ]);
  expect(Object.keys(nodePools)).toEqual(["default-nodepool", "memory-optimized"]);
  expect(table("What each phase sets").map((cells) => cells.slice(0, 6))).toEqual(expected);
});

test("every phase has something to verify", () => {
  const covered = table("Verify").flatMap(([phases]) => (phases ?? "").split(", "));
  expect(covered).toEqual([...KARPENTER_PHASES]);
});

test("every phase has a way back", () => {
  const covered = table("Back").flatMap(([phases]) => (phases ?? "").split(", "));
  expect([...covered].reverse()).toEqual([...KARPENTER_PHASES]);
});
