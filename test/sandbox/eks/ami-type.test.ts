import { al2023AmiType, instanceTypeProblems } from "../../../sandbox/eks/ami-type";

test.each([
  [[], "AL2023_x86_64_STANDARD"],
  [["m5.2xlarge", "m5a.2xlarge", "u-6tb1.56xlarge"], "AL2023_x86_64_STANDARD"],
  // "g" is the processor only right behind the generation.
  [["g5.xlarge"], "AL2023_x86_64_STANDARD"],
  [["m7g.large", "im4gn.xlarge", "r8gd.metal-24xl"], "AL2023_ARM_64_STANDARD"],
])("%j run %s", (types, expected) => {
  expect(al2023AmiType(types)).toBe(expected);
});

test("mixed architectures are refused", () => {
  expect(instanceTypeProblems(["m5.large", "m6g.large"])).toEqual([
    {
      propertyPath: "instanceTypes",
      reason: "instance types must share one architecture; of m5.large, m6g.large, Arm are m6g.large",
    },
  ]);
});

test("what isn't an instance type is refused, and a type that isn't known yet passes", () => {
  expect(instanceTypeProblems(["m5", "large.m5"])).toEqual([
    { propertyPath: "instanceTypes", reason: "not instance types: m5, large.m5" },
  ]);
  expect(instanceTypeProblems(["m5.large", {}])).toEqual([]);
});
