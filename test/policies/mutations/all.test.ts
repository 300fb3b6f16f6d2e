import { FAMILIES, MUTATIONS } from "./all";

test("the mutations of a rule are of one file", () => {
  const ids = FAMILIES.flatMap((mutations) => Object.keys(mutations));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.sort()).toEqual(Object.keys(MUTATIONS).sort());
});
