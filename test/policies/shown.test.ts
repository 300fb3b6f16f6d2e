import { MalformedInput } from "../../policies/malformed";
import { Unreadable } from "../../policies/resource";
import { holdsForOne, ifShown } from "../../policies/shown";

const later = (): never => {
  throw new Unreadable("a", "unknown before it is created");
};
const wrong = (): never => {
  throw new TypeError("a mistake of ours");
};

test("gives what is shown, and nothing for what isn't", () => {
  expect(ifShown(() => 1)).toBe(1);
  expect(ifShown(later)).toBe(undefined);
  expect(() => ifShown(wrong)).toThrow(TypeError);
});

test("what is malformed neither hides what holds nor ends the search", () => {
  const malformed = (): never => {
    throw new MalformedInput("a", "is no JSON");
  };
  const holds = (item: () => boolean) => item();
  expect(holdsForOne([malformed, () => true], holds)).toBe(true);
  expect(holdsForOne([malformed, () => false], holds)).toBe(false);
});

test("what can't be read neither hides nor stands for what holds", () => {
  const holds = (item: () => boolean) => item();
  expect(holdsForOne([later, () => true], holds)).toBe(true);
  expect(holdsForOne([() => false], holds)).toBe(false);
  expect(() => holdsForOne([later, () => false], holds)).toThrow(Unreadable);
  expect(() => holdsForOne([wrong, () => true], holds)).toThrow(TypeError);
});
