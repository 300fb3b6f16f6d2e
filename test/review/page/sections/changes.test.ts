import { changesSection } from "../../../../review/page/sections/changes";
import { change, fullInput } from "../page-fixture";

const changes = fullInput().changes ?? [];
const body = changesSection(changes).body.text;

describe("the changes", () => {
  it("come worst first, folded", () => {
    const ids = [...body.matchAll(/<details id="([^"]+)"( open)?>/g)];
    expect(ids.map(([, id]) => id)).toEqual([
      "plan-aws-s3-bucket-bucket-backups",
      "manifests-apps-deployment-shop-web",
      "manifests-configmap-shop-gone",
      "manifests-configmap-store-new",
    ]);
    expect(ids.every(([, , open]) => open === undefined)).toBe(true);
  });

  it("of one class come by name", () => {
    const { text } = changesSection([change("b", "rolling"), change("a", "rolling")]).body;
    expect(text.indexOf('id="manifests-a"')).toBeLessThan(text.indexOf('id="manifests-b"'));
  });

  it("say what they do, to what, and why", () => {
    expect(body).toContain(
      `<summary><span class="badge class-data-loss">data loss</span> <span class="operation">changed</span> <span class="thing-name">aws:s3/bucket:Bucket backups</span> <span class="tag">protected</span>
<span class="reason">aws:s3/bucket:Bucket backups is data loss</span></summary>
<p class="where">Resource of the plan, 2 fields</p>`,
    );
  });

  it("show each field with both values", () => {
    expect(body).toContain(
      '<code>days</code>\n<span class="values"><del>90</del> <span class="to">to</span> <ins>30</ins></span>',
    );
    expect(body).toContain('<span class="values"><em>not set</em> <span class="to">to</span> <ins>shop</ins></span>');
  });

  it("cut long values, and don't repeat the change's own reason", () => {
    const field = { path: "data", before: "x".repeat(500), after: "y", class: "in place", reason: "why" } as const;
    const { text } = changesSection([change("a", "in place", { fields: [field], reason: "why" })]).body;
    expect(text).toContain(`<del>${"x".repeat(159)}…</del>`);
    expect(text.match(/class="reason"/g)).toHaveLength(1);
  });

  it("show both sides where there are two, else the one there is", () => {
    expect(body).toContain('<td class="del"><del>              value: info</del></td>');
    expect(body).toContain('<pre class="yaml removed"><del>apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: gone');
    expect(body).toContain('<pre class="yaml added"><ins>apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: new');
  });

  it("can be searched, by the classes that there are", () => {
    expect(body).toContain('<form class="search" role="search" data-list="change-list" data-noun="change" hidden>');
    expect(body).toContain(
      '<select><option value="">all</option><option>data loss</option><option>rolling</option><option>in place</option><option>no effect</option></select>',
    );
    expect(body).toContain('<p role="status" aria-live="polite"></p>');
  });

  it("of one class need no choice", () => {
    expect(changesSection([change("a", "rolling")]).body.text).not.toContain("<select>");
  });
});
