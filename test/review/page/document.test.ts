import { createHash } from "node:crypto";
import { pageDocument } from "../../../review/page/document";
import { html } from "../../../review/page/html";

const page = pageDocument({
  title: "Stack <lab>",
  subtitle: "as planned",
  sections: [
    { id: "one", title: "First & last", body: html`<p>text</p>` },
    { id: "two", title: "Second", body: html`<p>more</p>` },
  ],
});

/** What is between the tags of the only element of a kind. */
function only(tag: string): string {
  const found = [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))];
  expect(found).toHaveLength(1);
  return found[0]?.[1] ?? "";
}

describe("a page", () => {
  it("has landmarks, and contents that lead to every section", () => {
    expect(page).toContain('<a class="skip" href="#main">');
    expect(page).toContain("<header><h1>Stack &lt;lab&gt;</h1><p>as planned</p></header>");
    expect(page).toContain('<nav aria-label="Contents"><ul><li><a href="#one">First &amp; last</a></li>');
    expect(page).toContain('<section id="two" aria-labelledby="two-heading"><h2 id="two-heading">Second</h2>');
  });

  it("lets nothing run or load but the style and the script that are in it", () => {
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const policy = `default-src 'none'; style-src ${hash(only("style"))}; script-src ${hash(only("script"))}; img-src data:; base-uri 'none'; form-action 'none'`;
    expect(page.replaceAll("&#39;", "'")).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<style>"));
  });

  it("needs nothing that the policy forbids", () => {
    expect(page).not.toMatch(/\sstyle="|\son[a-z]+="/);
    expect(page).not.toMatch(/(?:src|srcset|data|action)="|@import|url\(/);
    expect([...page.matchAll(/<link [^>]*>/g)].map(([link]) => link)).toEqual(['<link rel="icon" href="data:,">']);
  });
});
