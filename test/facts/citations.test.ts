import { citationsIn, withoutSection } from "./citations";

const read = (text: string) => citationsIn(text).map(({ document, section }) => `${document} ${section}`);

describe("a citation", () => {
  it.each<[string, readonly string[]]>([
    ["Source: document 000, section 3.", ["000 3"]],
    ["document 001, section 10b", ["001 10b"]],
    ["(document 001, section 6)", ["001 6"]],
    ["001 section 1, Tags", ["001 1"]],
    ["document 001, section 1, Phase 3; document 002, section 2", ["001 1", "002 2"]],
    ["document 000, sections 1, 4 and 10 (title, 2 of them) and 12", ["000 1", "000 4", "000 10", "000 12"]],
    ["document 000, section 1 (reservations) and section 3 (images)", ["000 1", "000 3"]],
    ["document 002, sections 3 (2) and 13.", ["002 3", "002 13"]],
    ["document 000, section 12, 2.8 Gbps on average", ["000 12"]],
    ["000 (sections 1 and 4) has 312 vCPU", ["000 1", "000 4"]],
    ["documents 000 and 002, sections\n * 3 and 2 (severity)", ["000 3", "002 2"]],
    ["000 and 002, section 6", ["000 6", "002 6"]],
    ["000 section 5, 001 sections 6 and 9 and 002 section 4", ["000 5", "001 6", "001 9", "002 4"]],
    ["/**\n * Source: document 002,\n * section 2 with its transcript.\n */", ["002 2"]],
    ["600,000 series, 1,000 sections", []],
  ])("%j", (text, sections) => {
    expect(read(text)).toEqual(sections);
    expect(withoutSection(text)).toEqual([]);
  });

  it("is missed where a document is named alone", () => {
    expect(withoutSection("Source: documents 000 and 001 for the rest; document 002, section 3.")).toEqual([
      "documents 000 and 001 for the rest; .",
    ]);
  });
});
