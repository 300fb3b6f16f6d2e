import type { Fact } from "../../facts/fact";
import { factChanges, findingsOf, sourceText } from "../../review/facts";
import { change, object } from "./page/page-fixture";
import { side } from "./review-fixture";

const FACT: Fact = {
  id: "queue-size",
  statement: "The queue holds three orders.",
  source: { document: "001", section: "4", line: 12 },
  manifest: "ConfigMap shop/queue > data.size",
  value: "3",
};
const SECTION = { document: "001", section: "4", title: "Queues", lines: [1, 20] as [number, number], stack: "prod" };
const documented = { facts: [FACT], sections: [SECTION] };
const withSize = (size: string) => side({ objects: [object("v1", "ConfigMap", "queue", "shop", { data: { size } })] });
const found = (size: string) => findingsOf(withSize(size), documented) ?? [];

describe("documented facts", () => {
  it("are those of the stack's documents", () => {
    expect(found("3").map(({ outcome }) => outcome)).toEqual(["read back"]);
    expect(findingsOf(withSize("3"), { facts: [FACT], sections: [{ ...SECTION, stack: "other" }] })).toEqual([]);
  });

  it("aren't read where the configuration can't be", () => {
    const { platform: _, ...unread } = withSize("3");
    expect(findingsOf(unread, documented)).toBeUndefined();
  });

  it("are touched by the change of the object that they are read from", () => {
    const changes = [change("ConfigMap shop/queue", "in place"), change("ConfigMap shop/other", "in place")];
    expect(factChanges(found("3"), found("5"), changes)).toEqual([
      {
        fact: FACT,
        before: "read back",
        after: 'ConfigMap shop/queue > data.size is "5", not "3"',
        touchedBy: ["ConfigMap shop/queue"],
      },
    ]);
  });

  it("that read the same aren't touched, whatever else changes", () => {
    expect(factChanges(found("3"), found("3"), [change("ConfigMap shop/queue", "in place")])).toEqual([]);
    expect(factChanges([], found("3"), [])).toEqual([]);
  });

  it("say where they are written", () => {
    expect(sourceText(FACT)).toBe("document 001, section 4, line 12");
  });
});
