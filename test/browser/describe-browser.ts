import { type Browser, chromium } from "playwright-core";
import { describeUnless } from "../tools/describe-unless";
import { findChromium } from "./chromium";

/** What keeps tests from a browser: nothing where the project's setup found or installed one. */
export function missingForBrowser(found = findChromium()): string | undefined {
  return found === undefined ? "there is no Chromium on the PATH, and it could not be installed" : undefined;
}

/** Tests in a real browser: `describe`, unless it can't be had on this machine. */
export function describeBrowser(name: string, tests: (browser: () => Browser) => void): void {
  describeUnless(missingForBrowser(), name, () => {
    let browser: Browser;
    beforeAll(async () => {
      // Without a window, and without Chromium's own sandbox, which root and many containers can't have: it opens nothing but pages of ours.
      browser = await chromium.launch({ executablePath: findChromium() ?? "", chromiumSandbox: false });
    });
    afterAll(() => browser.close());
    tests(() => browser);
  });
}
