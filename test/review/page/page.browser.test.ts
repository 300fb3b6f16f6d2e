import { join } from "node:path";
import { manifestsIn } from "../../../policies/manifests";
import type { PageInput } from "../../../review/page/page-input";
import { reviewPage } from "../../../review/page/review-page";
import { describeBrowser } from "../../browser/describe-browser";
import { type OpenPage, openPage } from "./open-page";
import { change, fullInput, smallPlan } from "./page-fixture";

/** Prod's own objects on a small plan: names as long, and pictures as full, as they are in earnest. */
const objects = manifestsIn(join(__dirname, "../../../manifests/prod"));
const long = Array.from({ length: 60 }, (_, index) => `line ${index}`);
const REVIEW: PageInput = {
  ...fullInput(),
  objects,
  changes: [
    ...(fullInput().changes ?? []),
    change("apps/StatefulSet redis-prod/redis-prod-main", "replacement", {
      before: { lines: long },
      after: { lines: long.with(30, "another line") },
    }),
  ],
};
const ALONE: PageInput = { stack: "lab", resources: smallPlan(), objects };

describeBrowser("the page in a browser", (browser) => {
  let open: OpenPage;
  const show = async (input: PageInput, options = {}) => {
    open = await openPage(browser(), reviewPage(input), options);
    return open;
  };
  afterEach(() => open.close());

  describe.each([
    ["a review", REVIEW],
    ["a stack alone", ALONE],
  ])("of %s", (_what, input) => {
    test("says nothing to the console and asks nobody for anything", async () => {
      const { page, said, requested } = await show(input);
      await page.keyboard.press("/");
      await page.getByRole("button", { name: "Unfold all" }).click();
      expect(said).toEqual([]);
      expect(requested).toEqual([]);
    });

    test.each([["light"], ["dark"]] as const)(
      "has texts that stand out from what is behind them, in %s",
      async (colorScheme) => {
        const { ask } = await show({ ...input, objects: objects.slice(0, 60) }, { colorScheme });
        const contrasts = await ask<readonly { readonly content: string; readonly contrast: number }[]>("contrasts()");
        expect(contrasts.length).toBeGreaterThan(100);
        expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      },
    );

    test("is no wider than a phone, with everything unfolded", async () => {
      const { page, ask } = await show(input, { viewport: { width: 360, height: 740 } });
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      expect(await ask("wideElements()")).toEqual([]);
    });

    test("has pictures in which no text covers another or leaves its box", async () => {
      const { ask } = await show(input);
      const texts = await ask<readonly (readonly unknown[])[]>("pictureTexts()");
      expect(texts.map((picture) => picture.length > 20)).toEqual([true, true]);
      expect(await ask("overlappingTexts()")).toEqual([]);
      expect(await ask("spillingTexts()")).toEqual([]);
    });

    test("can be read without its script", async () => {
      const { page } = await show(input, { javaScriptEnabled: false });
      expect(await page.locator("form.search").isVisible()).toBe(false);
      await page.locator(".thing summary").first().click();
      expect(await page.locator(".thing").first().locator("pre, table").first().isVisible()).toBe(true);
      expect(await page.locator("tbody[hidden]:not(.fold)").count()).toBe(0);
    });
  });

  test("gives the five classes colours of their own", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { ask, close } = await openPage(browser(), reviewPage(REVIEW), { colorScheme });
      const colours = await ask<readonly (readonly string[])[]>("badgeColours()");
      expect(colours.map(([name]) => name)).toEqual(["data loss", "replacement", "rolling", "in place", "no effect"]);
      expect(new Set(colours.map(([, text]) => text)).size).toBe(5);
      expect(new Set(colours.map(([, , back]) => back)).size).toBe(5);
      await close();
    }
    await show({ stack: "lab" });
  });

  test("opens nothing that a name asks for", async () => {
    const hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
    const { page, said, requested } = await show({
      ...REVIEW,
      stack: hostile,
      changes: [change(hostile, "in place", { after: { [hostile]: hostile } })],
    });
    expect(await page.title()).toBe(`Review of stack ${hostile}`);
    expect(await page.locator("img").count()).toBe(0);
    expect(said).toEqual([]);
    expect(requested).toEqual([]);
  });

  test("runs no script that isn't its own", async () => {
    const smuggled = reviewPage(REVIEW).replace("</body>", "<script>document.title = 'smuggled'</script></body>");
    open = await openPage(browser(), smuggled);
    expect(await open.page.title()).toBe("Review of stack lab");
    expect(open.said.join()).toContain("Content Security Policy");
  });
});
