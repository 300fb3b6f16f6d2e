import { ObjectSeed } from "../../../sandbox/store/object-seed";

test("values depend on URN, count and label, and on nothing else", () => {
  const seed = new ObjectSeed("urn:a", 0);
  expect(seed.hex("id", 16)).toBe(new ObjectSeed("urn:a", 0).hex("id", 16));
  expect(seed.hex("id", 16)).not.toBe(new ObjectSeed("urn:a", 1).hex("id", 16));
  expect(seed.hex("id", 16)).not.toBe(new ObjectSeed("urn:b", 0).hex("id", 16));
  expect(seed.hex("id", 16)).not.toBe(seed.hex("other", 16));
});

test("values have the shapes that services give them", () => {
  const seed = new ObjectSeed("urn:a", 0);
  expect(seed.hex("id", 17)).toMatch(/^[0-9a-f]{17}$/);
  expect(seed.digits("id", 26)).toMatch(/^[1-9]\d{25}$/);
  expect(seed.letters("id", 17)).toMatch(/^[A-Z2-7]{17}$/);
  expect(seed.uuid("id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
