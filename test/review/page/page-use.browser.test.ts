import { readFileSync } from "node:fs";
import type { PageInput } from "../../../review/page/page-input";
import { reviewPage } from "../../../review/page/review-page";
import { describeBrowser } from "../../browser/describe-browser";
import { type OpenPage, openPage } from "./open-page";
import { change, fullInput, smallObjects, smallPlan } from "./page-fixture";

const long = Array.from({ length: 60 }, (_, index) => `line ${index}`);
const REVIEW: PageInput = {
  ...fullInput(),
  changes: [
    ...(fullInput().changes ?? []),
    change("apps/StatefulSet store/cart", "replacement", {
      before: { lines: long },
      after: { lines: long.with(30, "another line") },
    }),
  ],
};
const ALONE: PageInput = { stack: "lab", resources: smallPlan(), objects: smallObjects() };

const BUCKET = "aws:s3/bucket:Bucket backups";

describeBrowser("using the page", (browser) => {
  let open: OpenPage;
  const show = async (input: PageInput, options = {}) => {
    open = await openPage(browser(), reviewPage(input), options);
    return open;
  };
  afterEach(() => open.close());

  describe("searching", () => {
    test.each([
      ["a name", "shop/web", ["apps/Deployment shop/web"], "1 of 5 changes"],
      ["a kind, in capitals", "CONFIGMAP", ["ConfigMap shop/gone", "ConfigMap store/new"], "2 of 5 changes"],
      ["a text of the YAML, folded", "lab-backups", [BUCKET], "1 of 5 changes"],
      ["several words, in any order", "store cart", ["apps/StatefulSet store/cart"], "1 of 5 changes"],
      ["what isn't there", "nothing like it", [], "0 of 5 changes"],
    ])("finds %s", async (_what, text, found, status) => {
      const { page, ask } = await show(REVIEW);
      await page.getByRole("searchbox", { name: "Search" }).fill(text);
      expect(await ask("shownEntries()")).toEqual(found);
      expect(await page.getByRole("status").textContent()).toBe(status);
    });

    test("begins with / and ends with Escape", async () => {
      const { page, ask } = await show(REVIEW);
      await page.keyboard.press("/");
      await page.keyboard.type("web/x");
      expect(await page.getByRole("searchbox").inputValue()).toBe("web/x");
      expect(await ask("shownEntries()")).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await ask<readonly string[]>("shownEntries()")).toHaveLength(5);
      expect(await page.getByRole("status").textContent()).toBe("5 changes");
    });

    test("can be for one class", async () => {
      const { page, ask } = await show(REVIEW);
      await page.getByRole("combobox", { name: "Class" }).selectOption("replacement");
      expect(await ask("shownEntries()")).toEqual(["apps/StatefulSet store/cart"]);
    });

    test("hides the headings of groups in which nothing is found", async () => {
      const { page } = await show(ALONE);
      await page.getByRole("searchbox").fill("Namespace shop");
      expect(await page.locator(".group h3:visible").allTextContents()).toEqual(["Namespace shop 2 entries"]);
      await page.getByRole("searchbox").fill("lab-backups");
      expect(await page.getByRole("status").textContent()).toBe("2 of 27 things");
    });
  });

  describe("folding", () => {
    test("opens and closes with the keyboard", async () => {
      const { page, ask } = await show(REVIEW);
      await page.getByRole("button", { name: "Unfold all" }).focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      const first = page.locator(".thing").first();
      expect(await first.getByRole("table").isVisible()).toBe(true);
      expect(await first.locator("td.del").allTextContents()).toEqual(["days: 90"]);
      expect(await first.locator("td.ins").allTextContents()).toEqual(["days: 30", "tags:", "  team: shop"]);
      await page.keyboard.press("Space");
      expect(await ask("openDetails()")).toBe(0);
    });

    test("opens all that are shown, and closes them", async () => {
      const { page, ask } = await show(REVIEW);
      await page.getByRole("searchbox").fill("ConfigMap");
      await page.getByRole("button", { name: "Unfold all" }).click();
      expect(await ask("openDetails()")).toBe(2);
      await page.getByRole("button", { name: "Fold all" }).click();
      expect(await ask("openDetails()")).toBe(0);
    });

    test("shows lines that stay the same when they are asked for", async () => {
      const { page } = await show(REVIEW);
      await page.getByText("apps/StatefulSet store/cart").first().click();
      const button = page.getByRole("button", { name: "28 lines that stay the same" });
      expect(await button.getAttribute("aria-expanded")).toBe("false");
      expect(await page.getByText("- line 2", { exact: true }).count()).toBe(2);
      expect(await page.getByText("- line 2", { exact: true }).first().isVisible()).toBe(false);
      await button.press("Enter");
      expect(await button.getAttribute("aria-expanded")).toBe("true");
      expect(await page.getByText("- line 2", { exact: true }).first().isVisible()).toBe(true);
    });

    test("opens what a link leads to", async () => {
      const { page } = await show(REVIEW);
      await page.getByRole("link", { name: BUCKET }).click();
      expect(await page.locator("details[open]").getAttribute("id")).toBe("plan-aws-s3-bucket-bucket-backups");
    });
  });

  test("has a focus that goes from top to bottom and can be seen", async () => {
    const { page, ask } = await show(REVIEW);
    const seen: { readonly what: string; readonly outline: number; readonly contrast: number }[] = [];
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press("Tab");
      seen.push(await ask("focus()"));
    }
    expect(seen.map(({ what }) => what)).toEqual([
      "a Skip to the content",
      "a Summary",
      "a Changes",
      "a Architecture",
      "a Policies",
      "a Cost",
      "a Capacity",
      "a Documented facts",
      `a ${BUCKET}`,
      "a Policies",
      "a Cost",
      "a Capacity",
      "a Documented facts",
      "input",
    ]);
    expect(seen.filter(({ outline, contrast }) => outline < 2 || contrast < 3)).toEqual([]);
  });

  test("skips to the content", async () => {
    const { page, ask } = await show(REVIEW);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await ask("focus()")).toMatchObject({ what: `a ${BUCKET}` });
  });

  describe("on paper", () => {
    // The page is told of another medium when it is next drawn: what follows is waited for.
    test("is unfolded, and folded again afterwards", async () => {
      const { page } = await show(REVIEW);
      await page.emulateMedia({ media: "print" });
      await page.locator(".thing details:not([open])").first().waitFor({ state: "detached" });
      expect(await page.locator("nav, form.search, tbody.fold").locator("visible=true").count()).toBe(0);
      await page.emulateMedia({ media: "screen" });
      await page.locator(".thing details[open]").first().waitFor({ state: "detached" });
    });

    test("keeps open what somebody opened, and leaves mere listings folded", async () => {
      const { page } = await show(ALONE);
      const opened = () => page.locator(".thing details[open]").count();
      await page.locator(".thing summary").first().click();
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect(await opened()).toBe(1);
      await page.evaluate("dispatchEvent(new Event('afterprint'))");
      expect(await opened()).toBe(1);
    });

    test("is light, whatever the screen", async () => {
      const { page } = await show(REVIEW, { colorScheme: "dark" });
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    });

    test("can be printed", async () => {
      const { page } = await show(REVIEW);
      expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
    });
  });

  test.each([
    ["a review, light", REVIEW, "light"],
    ["a review, dark", REVIEW, "dark"],
    ["a stack alone", ALONE, "light"],
  ] as const)("is accessible by axe's rules: %s", async (_what, input, colorScheme) => {
    const { page } = await show(input, { colorScheme });
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    await page.evaluate(readFileSync(require.resolve("axe-core"), "utf8"));
    const { violations, passes } =
      await page.evaluate<Record<"violations" | "passes", { id: string; nodes: { html: string }[] }[]>>("axe.run()");
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 100))])).toEqual([]);
    const rules = [
      "color-contrast",
      "document-title",
      "heading-order",
      "html-has-lang",
      "landmark-one-main",
      "region",
      "svg-img-alt",
    ];
    expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(rules));
  });
});
