import { sideBySide, yamlOf } from "../../../../review/page/yaml/side-by-side";

const list = (length: number, changed?: number) =>
  Array.from({ length }, (_, index) => (index === changed ? "changed" : `line-${index}`));

describe("both sides as YAML", () => {
  it("marks what goes and what comes", () => {
    const { text } = sideBySide({ a: 1, b: "<b>" }, { a: 2, b: "<b>" });
    expect(text).toContain('<td class="n">1</td><td class="del"><del>a: 1</del></td>');
    expect(text).toContain('<td class="n">1</td><td class="ins"><ins>a: 2</ins></td>');
    expect(text).toContain('<td class="n">2</td><td>b: &lt;b&gt;</td><td class="n">2</td><td>b: &lt;b&gt;</td>');
    expect(text).toContain("1 place differs</caption>");
  });

  it("leaves a cell empty where a line is on one side only", () => {
    expect(sideBySide({ a: 1 }, { a: 1, b: 2 }).text).toContain(
      '<td class="n"></td><td class="none"></td><td class="n">2</td><td class="ins"><ins>b: 2</ins></td>',
    );
  });

  it("marks long parts that stay the same for folding, with three lines around a change", () => {
    const { text } = sideBySide(list(40), list(40, 20));
    const folds = [...text.matchAll(/<button type="button" aria-expanded="true">(\d+) lines that stay the same/g)];
    expect(folds.map(([, count]) => Number(count))).toEqual([17, 16]);
  });

  it("folds nothing where there is little to fold", () => {
    expect(sideBySide(list(8), list(8, 4)).text).not.toContain("<button");
  });

  it("says that nothing differs", () => {
    expect(sideBySide({ a: [1, 2] }, { a: [1, 2] }).text).toBe("<p>Both sides read the same as YAML.</p>");
  });

  it("shows one side as what it is", () => {
    expect(yamlOf({ a: 1 }, "added").text).toBe('<pre class="yaml added"><ins>a: 1\n</ins></pre>');
    expect(yamlOf({ a: 1 }, "removed").text).toBe('<pre class="yaml removed"><del>a: 1\n</del></pre>');
    expect(yamlOf({ a: 1 }, "none").text).toBe('<pre class="yaml">a: 1\n</pre>');
  });
});
