import { costSentence, dollarDifference, dollars } from "../../review/money";

describe("money", () => {
  it.each([
    [0, "$0"],
    [1234.5, "$1,235"],
    [-12, "\u2212$12"],
    [-0.2, "$0"],
  ])("%d is %s", (amount, text) => expect(dollars(amount)).toBe(text));

  it.each([
    [100, 120, "+$20 (+20 %)"],
    [100, 87.5, "\u2212$12 (\u221212.5 %)"],
    [0, 5, "+$5"],
    [30, 0, "\u2212$30 (\u2212100 %)"],
    [10, 10.2, "no difference"],
  ])("from %d to %d is %s", (before, after, text) => expect(dollarDifference(before, after)).toBe(text));

  it.each([
    [undefined, "Typically $20 a month, between $10 and $30."],
    [
      { minimum: 10, typical: 16, maximum: 30 },
      "Typically $20 a month, between $10 and $30; +$4 (+25 %) with the change.",
    ],
    [
      { minimum: 1, typical: 20, maximum: 30 },
      "Typically $20 a month, between $10 and $30; the typical amount stays as it is.",
    ],
  ])("after %j is told in a sentence", (before, text) => {
    expect(costSentence(before, { minimum: 10, typical: 20, maximum: 30 })).toBe(text);
  });
});
