import { growth, type SynthFigures, synthShortfalls } from "../../bench/synth-figures";
import { synthSection } from "../../bench/synth-section";
import { synthFigures } from "./synth-figures";

const changed = (change: Partial<SynthFigures>) => ({ ...synthFigures, ...change });
const series = (...seconds: number[]) => ({ name: "changed", seconds });

test("targets that are just held leave no shortfall", () => {
  expect(synthShortfalls(synthFigures)).toEqual([]);
});

test("each target that is missed has its own sentence", () => {
  expect(synthShortfalls(changed({ cdk8s: series(4.9) }))).toEqual([
    "npm run synth is 9.8 times as fast as cdk8s synth; at least 10 is to hold.",
  ]);
  expect(synthShortfalls(changed({ node: series(0.32) }))).toEqual([
    "Synth takes 3.2 times as long as helm template; at most 3 is to hold.",
  ]);
  expect(synthShortfalls(changed({ many: series(3.2) }))).toEqual([
    "Of 10000 objects each costs 1.6 times as much as of 1000; at most 1.5 is to hold.",
  ]);
});

test("growth is the cost of an object among many against that among few: the square would give ten", () => {
  expect(growth(changed({ few: series(1), many: series(10) }))).toBe(1);
  expect(growth(changed({ few: series(1), many: series(100) }))).toBe(10);
});

test("the section compares through npm with synth, and without npm with Helm", () => {
  const section = synthSection("s", synthFigures);
  expect(section).toContain("The manifests of `s`, 70 objects:");
  expect(section).toContain("| cdk8s | 5.00 s | 4.00–6.00 s | 10.0 |");
  expect(section).toContain("| tsx | 2.00 s | 2.00–2.00 s | 4.0 |");
  expect(section).toContain("| npm run synth | 0.50 s | 0.50–0.50 s | 1.0 |");
  expect(section).toContain("| helm | 0.10 s | 0.10–0.10 s | 1.0 |");
  expect(section).toContain("| node | 0.30 s | 0.30–0.30 s | 3.0 |");
  expect(section).toContain("0.20 s for itself whatever it runs; with npm it is 5.0 times as long as Helm.");
});

test("the section says what each synthetic object costs", () => {
  const section = synthSection("s", synthFigures);
  expect(section).toContain("| 1000 | 0.20 s | 0.20–0.20 s | 0.20 ms |");
  expect(section).toContain("| 10000 | 3.00 s | 3.00–3.00 s | 0.30 ms |");
  expect(section).toContain("Each costs 1.50 times as much among 10000 as among 1000; at most 1.5 is to hold.");
});
