import { fitted, shortened, textWidth } from "../../../../review/page/architecture/measure";

describe("the width of texts", () => {
  // As Chromium 156 measures them in DejaVu Sans and DejaVu Sans Mono, in pixels.
  it.each([
    ["10.42.0.0/24", { size: 12, monospaced: true }, 86.7],
    ["mTLS STRICT", { size: 11 }, 73.1],
    ["Endpoints of services in the network", { size: 11 }, 200.8],
    ["Amazon SQS", { size: 13, bold: true }, 92.4],
  ])("of %s is enough, and not much more", (text, lettering, measured) => {
    const width = textWidth(text, lettering);
    expect(width).toBeGreaterThanOrEqual(measured);
    expect(width).toBeLessThan(measured * 1.25);
  });

  it("is nothing for no text", () => expect(textWidth("", { size: 12 })).toBe(0));

  it("of letters that aren't Latin is that of a square", () => {
    expect(textWidth("数据", { size: 10 })).toBe(21);
  });
});

describe("texts that are too long", () => {
  it("lose their end", () => {
    expect(shortened("abcdef", 6)).toBe("abcdef");
    expect(shortened("abcdefg", 6)).toBe("abcde…");
  });

  it("fit into the room there is", () => {
    const lettering = { size: 10, monospaced: true };
    expect(fitted("abcdefghij", 62, lettering)).toBe("abcdefghij");
    expect(fitted("abcdefghij", 61, lettering)).toBe("abcdefgh…");
    expect(fitted("abc defghi", 30, lettering)).toBe("abc…");
    expect(fitted("a", 1, lettering)).toBe("a");
  });
});
