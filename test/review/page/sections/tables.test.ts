import { capacitySection } from "../../../../review/page/sections/capacity";
import { costSection } from "../../../../review/page/sections/cost";
import { factsSection } from "../../../../review/page/sections/facts";
import { listingSection } from "../../../../review/page/sections/listing";
import { policiesSection } from "../../../../review/page/sections/policies";
import { fullInput, smallObjects, smallPlan } from "../page-fixture";

const { cost = [], capacity = [], facts = [], policies = { passed: 0, rows: [] } } = fullInput();

/** Texts of a table's rows, cell by cell. */
const rowsOf = (markup: string) =>
  [...markup.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    row
      .split(/<\/t[hd]>/)
      .map((cell) =>
        cell
          .replace(/<[^>]+>/g, " ")
          .replace(/\s+/g, " ")
          .trim(),
      )
      .filter(Boolean),
  );

describe("cost", () => {
  it("of a review has differences, new lines and lines that are gone", () => {
    expect(rowsOf(costSection(cost, ["Taxes are left out."], true).body.text)).toEqual([
      ["What", "Minimum", "Typical", "Maximum", "Typical, difference"],
      ["Nodes 2", "$10", "$120", "$200", "+$20 (+20 %)"],
      ["Queue new", "$0", "$1", "$2", "+$1"],
      ["Gateway gone", "$0", "$0", "$0", "\u2212$30 (\u2212100 %)"],
      ["Total", "$10", "$121", "$202", "\u2212$9 (\u22126.9 %)"],
    ]);
  });

  it("of a stack alone has none", () => {
    const [line] = cost;
    expect(rowsOf(costSection(line === undefined ? [] : [line], [], false).body.text)).toEqual([
      ["What", "Minimum", "Typical", "Maximum"],
      ["Nodes 2", "$10", "$120", "$200"],
      ["Total", "$10", "$120", "$200"],
    ]);
  });

  it("has a caption with the unit", () => {
    const { text } = costSection(cost, ["Taxes are left out."], true).body;
    expect(text).toContain("<caption>US dollars for a month</caption>");
    expect(text).toContain("<li>Taxes are left out.</li>");
  });
});

describe("capacity", () => {
  it("says how full each pool is, and how full it was", () => {
    expect(rowsOf(capacitySection(capacity).body.text)).toEqual([
      ["Pool", "Nodes", "Processors, in cores", "Memory, in GiB", "Pods"],
      [
        "workers m6i.xlarge One node less.",
        "2 1 to 4 was 3",
        "80 % 6 of 7.5, was 53 %",
        "125 % 30 of 24, was 83 %",
        "17 % 20 of 116",
      ],
    ]);
  });

  it("draws a bar no longer than whole, and marks one that is over", () => {
    const { text } = capacitySection(capacity).body;
    expect(text).toContain('<svg class="fill over" viewBox="0 0 100 8"');
    expect([...text.matchAll(/class="used" width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([80, 100, 17]);
  });

  it("leaves pods out where nobody counts them", () => {
    const { text } = capacitySection(capacity.map(({ pods: _, ...row }) => row)).body;
    expect(rowsOf(text)[0]).toEqual(["Pool", "Nodes", "Processors, in cores", "Memory, in GiB"]);
  });
});

describe("policies", () => {
  const { text } = policiesSection(policies).body;

  it("are counted, with those that the change fixes apart", () => {
    const counts = [...text.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)</g)].map(([, name, number]) => `${name} ${number}`);
    expect(counts).toEqual(["Pass 1,200", "Violation 1", "Exempt 1", "Not evaluated 1"]);
    expect(text).toContain("<h3>Fixed by the change</h3>");
  });

  it("say of a violation where, what, why, and how to mend it", () => {
    expect(text).toContain(
      '<strong>s3-retention</strong> <span class="tag">critical</span> <span class="tag">new</span> <code>aws:s3/bucket:Bucket backups</code></p>\n<p><code>days</code>: 30 is too few</p>\n<p>Backups are promised for 90 days.</p>\n<p>Mend: Say 90.</p>\n<p><a href="https://example.com/retention" rel="noreferrer">Read on about s3-retention</a></p>',
    );
  });

  it("list exemptions and what wasn't evaluated", () => {
    expect(rowsOf(text)).toEqual([
      ["Rule and object", "Until", "Owner", "Reason"],
      ["read-only-root apps/Deployment shop/web", "2027-06-30", "shop", "It writes."],
      ["Rule", "Resource or object", "Why not"],
      ["kms", "y", "arn is unknown"],
    ]);
  });
});

describe("facts", () => {
  it("are counted, then those that don't hold, those that are touched, and all", () => {
    const { text } = factsSection(facts).body;
    const counts = [...text.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)</g)].map(([, name, number]) => `${name} ${number}`);
    expect(counts).toEqual(["Read back 1", "Decided otherwise 1", "Not held 1"]);
    const head = ["Fact", "Where it is written", "Outcome"];
    expect(rowsOf(text)).toEqual([
      [...head, "What is wrong"],
      ["Nine brokers. f-3", "document 003", "different", "is 5, not 9"],
      [...head, "Touched by"],
      ["Backups stay 30 days. f-1", "document 001", "read back", "b"],
      head,
      ["Backups stay 30 days. f-1", "document 001", "read back"],
      ["Pods read only. f-2", "document 002", "decided"],
      ["Nine brokers. f-3", "document 003", "different"],
    ]);
  });
});

describe("the listing", () => {
  const { text } = listingSection(smallPlan(), smallObjects()).body;

  it("has a group for each namespace and kind of resources, without components", () => {
    expect(
      [...text.matchAll(/<h3>([^<]+) <span class="count">([^<]+)</g)].map(([, title, count]) => `${title}: ${count}`),
    ).toEqual([
      "Namespace shop: 2 entries",
      "Namespace store: 3 entries",
      "Resources of aws:autoscaling: 1 entry",
      "Resources of aws:ec2: 17 entries",
      "Resources of aws:eks: 2 entries",
      "Resources of aws:s3: 1 entry",
      "Resources of pulumi:providers:aws: 1 entry",
    ]);
  });

  it("shows each one's YAML, folded", () => {
    expect(text).toContain(
      '<details class="listed"><summary><span class="thing-name">aws:s3/bucket:Bucket backups</span> <span class="tag">protected</span></summary>\n<pre class="yaml">bucket: lab-backups\n</pre>',
    );
  });
});
