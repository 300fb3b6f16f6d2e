import { durationSeconds } from "../../../review/diff/duration-text";

describe("a duration", () => {
  it.each([
    ["30s", 30],
    ["24h0m0s", 86_400],
    ["1h30m", 5_400],
    ["1.5h", 5_400],
    ["2m", 120],
    ["500ms", 0.5],
    ["1d", 86_400],
    ["2w", 1_209_600],
    ["0", 0],
  ])("%s is %d seconds", (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each(["", "30", "h", "1 h", "1h and more", "Never", "-1h", "12:30"])("isn't %j", (text) => {
    expect(durationSeconds(text)).toBeUndefined();
  });
});
