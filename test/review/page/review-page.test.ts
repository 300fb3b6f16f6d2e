import type { PageInput } from "../../../review/page/page-input";
import { reviewPage } from "../../../review/page/review-page";
import { resource } from "../../policies/estate-fixture";
import { change, fullInput, object, smallObjects, smallPlan } from "./page-fixture";

/** Titles of a page's sections, in order. */
const titles = (input: PageInput) =>
  [...reviewPage(input).matchAll(/<h2 id="[^"]+">([^<]+)<\/h2>/g)].map(([, title]) => title);

describe("the page", () => {
  it("of a review has every part, the summary and the changes first", () => {
    expect(titles(fullInput())).toEqual([
      "Summary",
      "Changes",
      "Architecture",
      "Policies",
      "Cost",
      "Capacity",
      "Documented facts",
    ]);
    expect(reviewPage(fullInput())).toContain("<h1>Review of stack lab</h1><p>main to shorter</p>");
  });

  it("of a stack alone lists everything instead of changes", () => {
    expect(titles({ stack: "lab", resources: smallPlan(), objects: smallObjects() })).toEqual([
      "Summary",
      "Architecture",
      "Everything in the stack",
    ]);
    expect(reviewPage({ stack: "lab" })).toContain("<h1>Stack lab</h1>");
  });

  it.each<[keyof PageInput, string]>([
    ["changes", "Changes"],
    ["policies", "Policies"],
    ["cost", "Cost"],
    ["capacity", "Capacity"],
    ["facts", "Documented facts"],
  ])("has no section of %s where they aren't given", (part, title) => {
    const { [part]: _, ...rest } = fullInput();
    expect(titles(rest as PageInput)).not.toContain(title);
  });

  it("has nothing but a summary of nothing", () => {
    expect(titles({ stack: "lab" })).toEqual(["Summary"]);
  });

  it("says that nothing changes", () => {
    expect(reviewPage({ stack: "lab", changes: [] })).toContain('<p class="lead">Nothing changes.</p>');
  });

  it("is the same each time", () => {
    expect(reviewPage(fullInput())).toBe(reviewPage(fullInput()));
  });

  it("takes the manifests' side of an object that the plan has too", () => {
    const planned = resource("kubernetes:core/v1:ConfigMap", "c", {
      ...object("v1", "ConfigMap", "c", "shop"),
      data: { from: "plan" },
    });
    const page = reviewPage({
      stack: "lab",
      resources: [planned],
      objects: [object("v1", "ConfigMap", "c", "shop", { data: { from: "manifests" } })],
    });
    expect(page).toContain("from: manifests");
    expect(page).not.toContain("from: plan");
  });
});

/** The same data with every text made hostile. */
function hostile(value: unknown, key = ""): unknown {
  // What the page decides by, and what names a class: an enumeration can't be written by anybody.
  const kept = [
    "class",
    "side",
    "operation",
    "outcome",
    "since",
    "type",
    "urn",
    "apiVersion",
    "dependencies",
    "parent",
    "provider",
  ];
  if (kept.includes(key)) return value;
  if (typeof value === "string") return `${value}"'><script>alert(1)</script><img src=x onerror=alert(1)>&`;
  if (Array.isArray(value)) return value.map((item) => hostile(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, hostile(item, name)]));
}

describe("hostile names and values", () => {
  const review = reviewPage(hostile(fullInput()) as PageInput);
  const alone = reviewPage(hostile({ stack: "lab", resources: smallPlan(), objects: smallObjects() }) as PageInput);

  it.each([
    ["a review", review],
    ["a stack alone", alone],
  ])("stay texts in the page of %s", (_what, page) => {
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    // Outside of a tag's own attributes no quote comes unescaped before a bracket.
    expect(page).not.toContain("\"'>");
  });

  it("lead nowhere but to pages on the web", () => {
    const rows = fullInput().policies?.rows ?? [];
    const policies = { passed: 0, rows: rows.map((row) => ({ ...row, link: "javascript:alert(1)" })) };
    expect(reviewPage({ stack: "lab", policies })).not.toContain("javascript:");
  });

  it("can't be taken for another place of the page", () => {
    const page = reviewPage({ stack: "lab", changes: [change('x" onclick="alert(1)', "in place")] });
    expect(page).toContain('<details id="manifests-x-onclick-alert-1">');
  });
});
