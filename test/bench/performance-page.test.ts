import { programConfig } from "../../bench/measured-program";
import { median } from "../../bench/median";
import { type Figures, performancePage, shortfalls, startRatio } from "../../bench/performance-page";
import { synthFigures } from "./synth-figures";

const figures = (ours: readonly number[], preview: readonly number[]): Figures => ({
  stack: "s",
  starts: [
    { name: "default", seconds: [10, 12, 11] },
    { name: "ours", seconds: ours },
  ],
  preview: { name: "npm run preview", seconds: preview },
  synth: synthFigures,
  machine: "2 processors",
});

test("the median is the middle of an odd number of values and the mean of the middle two of an even one", () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]);
  expect(() => median([])).toThrow("no median");
});

test("the page has a row for each set-up, compared with the first", () => {
  const page = performancePage(figures([2, 2.2, 1.8], [6]));
  expect(page).toContain("| default | 11.00 s | 10.00–12.00 s | 1.0 |");
  expect(page).toContain("| ours | 2.00 s | 1.80–2.20 s | 5.5 |");
  expect(startRatio(figures([2], [6]))).toBe(5.5);
});

test("numbers that are held leave no shortfall; each that is not has its own", () => {
  expect(shortfalls(figures([2.2], [14.9]))).toEqual([]);
  expect(shortfalls(figures([2.3], [6]))).toEqual([
    "Program start is 4.8 times as fast as the default; at least 5 is to hold.",
  ]);
  expect(shortfalls(figures([2], [15]))).toEqual(["npm run preview takes 15.0 s; less than 15 s is to hold."]);
});

test("the page has the section of synth, and a target that synth misses is a shortfall of the whole", () => {
  const held = figures([2.2], [6]);
  expect(performancePage(held)).toContain("\n## Synth\n\nThe manifests of `s`, 70 objects:");
  expect(shortfalls({ ...held, synth: { ...synthFigures, helm: { name: "helm", seconds: [0.05] } } })).toEqual([
    "Synth takes 6.0 times as long as helm template; at most 3 is to hold.",
  ]);
});

test("a program gets its configuration as text", () => {
  expect(programConfig({ "p:a": "text", "p:b": { c: [1] }, "p:d": 2 })).toEqual({
    "p:a": "text",
    "p:b": '{"c":[1]}',
    "p:d": "2",
  });
});
