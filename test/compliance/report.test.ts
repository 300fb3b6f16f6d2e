import { assess, isShown } from "../../compliance/assess";
import { controlLines } from "../../compliance/report";
import { PLAIN } from "../../sandbox/engine/palette";
import { CONTROL, grounds } from "./assessment-fixture";

test("a control is shown where every piece of its evidence is", () => {
  const assessments = assess([CONTROL], grounds("blue"));
  expect(assessments.map(isShown)).toEqual([true]);
  expect(controlLines("blue", assessments, PLAIN)).toEqual([
    "shown   sc-12    Cryptographic Key Establishment and Management  resources 1, rules 1, facts 1",
    "",
    "1 controls claimed for blue: 1 shown, 0 without all of their evidence",
  ]);
});

test("what is missing is named, piece by piece", () => {
  const assessments = assess([CONTROL], grounds("red"));
  expect(assessments.map(isShown)).toEqual([false]);
  expect(controlLines("red", assessments, PLAIN)).toEqual([
    "missing sc-12    Cryptographic Key Establishment and Management  resources 0 of 1, rules 0 of 1, facts 0 of 1",
    "",
    "sc-12: Keys are made, rotated and deleted by the key service of the account.",
    "  resource aws:kms/key:Key keys-* > enableKeyRotation: nothing is at aws:kms/key:Key keys-*",
    "  rule key-rotation: judged nothing of this stack",
    "  fact rotation: nothing is at aws:kms/key:Key keys-data > enableKeyRotation",
    "",
    "1 controls claimed for red: 0 shown, 1 without all of their evidence",
  ]);
});

test("a stack that claims nothing has no assessment", () => {
  expect(assess([CONTROL], grounds("green"))).toEqual([]);
});
