import { selects } from "../../../charts/checks/label-selector";

describe("a label selector", () => {
  const expression = (operator: string, values?: string[]) => ({
    matchExpressions: [{ key: "app", operator, values }],
  });

  it.each([
    [{ matchLabels: { app: "a" } }, true, false, false],
    [{ matchLabels: { app: "a", tier: "x" } }, false, false, false],
    [expression("In", ["a", "c"]), true, false, false],
    [expression("NotIn", ["a"]), false, true, true],
    [expression("Exists"), true, true, false],
    [expression("DoesNotExist"), false, false, true],
    [{}, true, true, true],
    [undefined, false, false, false],
  ])("%j", (selector, a, b, none) => {
    expect(
      [{ app: "a" }, { app: "b" }, {}].map((labels) => selects(selector, labels as Record<string, string>)),
    ).toEqual([a, b, none]);
  });
});
