import { findChromium } from "./chromium";
import { missingForBrowser } from "./describe-browser";

describe("Chromium", () => {
  it.each<[string, readonly string[], string | undefined]>([
    ["under Debian's name", ["/b/chromium"], "/b/chromium"],
    ["under another", ["/b/google-chrome"], "/b/google-chrome"],
    ["under Debian's name before any other", ["/a/google-chrome", "/b/chromium"], "/b/chromium"],
    ["in the first folder that has it", ["/a/chromium", "/b/chromium"], "/a/chromium"],
    ["where Debian puts it, outside of the PATH", ["/usr/bin/chromium"], "/usr/bin/chromium"],
    ["nowhere", [], undefined],
  ])("is found %s", (_where, there, found) => {
    expect(findChromium("/a:/b:", (file) => there.includes(file))).toBe(found);
  });

  it("is missing only where there is none", () => {
    expect(missingForBrowser("/usr/bin/chromium")).toBeUndefined();
  });
});
