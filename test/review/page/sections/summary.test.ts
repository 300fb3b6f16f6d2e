import { summarySection } from "../../../../review/page/sections/summary";
import { change, fullInput, smallObjects, smallPlan } from "../page-fixture";

const text = (input: Parameters<typeof summarySection>[0]) => summarySection(input).body.text;

describe("the summary", () => {
  it("leads with the worst class, and what it means", () => {
    expect(text(fullInput())).toContain(
      '<span class="badge class-data-loss">data loss</span> is the worst of 4 changes: data that exists goes, now or by a rule that the change sets.</p>',
    );
  });

  it("says of a single change what it does", () => {
    expect(text({ stack: "s", changes: [change("a", "rolling")] })).toContain(
      '<span class="badge class-rolling">rolling</span> is what the one change does: pods or nodes',
    );
  });

  it.each([
    ["none is about this stack", [] as const],
    ["all hold", [{ id: "a", statement: "A.", source: "document 1", outcome: "read back" }] as const],
  ])("says of documented facts: %s", (sentence, facts) => {
    expect(text({ stack: "s", facts })).toContain(`Documented facts</a>: ${sentence}.`);
  });

  it("counts the changes of each class, the worst first", () => {
    const counts = [...text(fullInput()).matchAll(/<dt><span class="badge [\w-]+">([a-z ]+)<\/span><\/dt><dd>(\d+)</g)];
    expect(counts.map(([, name, number]) => `${name} ${number}`)).toEqual([
      "data loss 1",
      "replacement 0",
      "rolling 1",
      "in place 1",
      "no effect 1",
    ]);
  });

  it("asks for acknowledgements that are missing, with a link to the change", () => {
    const body = text(fullInput());
    expect(body).toContain("<strong>1 acknowledgement missing.</strong>");
    expect(body).toContain(
      '<a href="#plan-aws-s3-bucket-bucket-backups"><code>aws:s3/bucket:Bucket backups</code></a>',
    );
    expect(body).toContain('<span class="given">Missing</span>');
  });

  it("names who gave one", () => {
    const given = { by: "data team", reason: "agreed on Monday" };
    const [row] = fullInput().acknowledgements ?? [];
    const body = text({ ...fullInput(), acknowledgements: row === undefined ? [] : [{ ...row, given }] });
    expect(body).toContain("Everything that needs an acknowledgement has one.");
    expect(body).toContain('<span class="given">Given by data team: agreed on Monday</span>');
  });

  it("says of each part what matters", () => {
    const body = text(fullInput());
    expect(body).toContain('<a href="#policies">Policies</a>: 1 violation, 1 new, 1 fixed, 0 let through.');
    expect(body).toContain(
      '<a href="#cost">Cost</a>: Typically $121 a month, between $10 and $202; \u2212$9 (\u22126.9 %) with the change.',
    );
    expect(body).toContain(
      '<a href="#capacity">Capacity</a>: with the typical number of nodes, workers can&#39;t give what its pods request.',
    );
    expect(body).toContain('<a href="#facts">Documented facts</a>: 1 fact not held, 1 touched.');
  });

  it("counts what a stack alone consists of", () => {
    expect(text({ stack: "s", resources: smallPlan(), objects: smallObjects() })).toContain(
      "<li>22 resources in the plan.</li><li>5 Kubernetes objects in the manifests, 2 namespaces.</li>",
    );
  });
});
