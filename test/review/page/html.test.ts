import { escapeText, html, trusted } from "../../../review/page/html";

describe("markup", () => {
  it("escapes what is put in, for texts and attribute values", () => {
    expect(html`<a title="${`"><script>'&`}">${"</a>"}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;&#39;&amp;">&lt;/a&gt;</a>',
    );
  });

  it("takes markup as it is, in lists too", () => {
    expect(html`<ul>${["a", "<"].map((item) => html`<li>${item}</li>`)}${trusted("<hr>")}</ul>`.text).toBe(
      "<ul><li>a</li><li>&lt;</li><hr></ul>",
    );
  });

  it("writes numbers, and nothing for what is left out", () => {
    expect(html`${0}|${undefined}|${false}|${""}`.text).toBe("0|||");
  });

  it("shows what would change the direction of a text", () => {
    expect(escapeText("a\u202Eb\u2066c\u200F")).toBe("a[U+202E]b[U+2066]c[U+200F]");
  });
});
