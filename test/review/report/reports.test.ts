import { pageOfReview } from "../../../review/page/pages";
import { jsonReport } from "../../../review/report/json-report";
import { MOST_CHARACTERS, markdownReport } from "../../../review/report/markdown-report";
import { terminalReport } from "../../../review/report/terminal-report";
import { reviewHolds } from "../../../review/review";
import { PLAIN } from "../../../sandbox/engine/palette";
import { resource } from "../../policies/estate-fixture";
import { object } from "../page/page-fixture";
import { review, side } from "../review-fixture";

const NAME = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration backups";
const bucket = resource("aws:s3/bucket:Bucket", "backups", { bucket: "lab-backups" }, { protect: true });
const retained = (days: number) =>
  side({
    resources: [
      bucket,
      resource(
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "backups",
        { bucket: "lab-backups", rules: [{ id: "old", status: "Enabled", expiration: { days } }] },
        { dependencies: [bucket.urn] },
      ),
    ],
  });
const given = { stack: "prod", thing: NAME, class: "data loss", owner: "orders", reason: "copied first" } as const;
const shortened = review(retained(30), retained(14));
const acknowledged = review(retained(30), { ...retained(14), acknowledgements: [given] });

describe("a change that costs data", () => {
  it("doesn't hold until somebody acknowledges it", () => {
    expect([reviewHolds(shortened), reviewHolds(acknowledged)]).toEqual([false, true]);
  });

  it("asks on the terminal for the entry, ready to be completed", () => {
    const lines = terminalReport(shortened, PLAIN);
    const at = lines.findIndex((line) => line.startsWith("1 acknowledgement missing"));
    expect(lines.slice(at + 1)).toEqual([
      "  - stack: prod",
      `    thing: ${NAME}`,
      "    class: data loss",
      '    owner: ""',
      '    reason: ""',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([`  ${NAME} protected`, "    rules[id=old].expiration.days: 30 → 14"]),
    );
  });

  it("says on the terminal who acknowledged it", () => {
    expect(terminalReport(acknowledged, PLAIN)).toContain(`Acknowledged by orders: data loss of ${NAME}`);
  });

  it("leads the comment, which says what to add", () => {
    const text = markdownReport(shortened);
    expect(text.split("\n")[0]).toBe("## Review of <code>prod</code>: 🔴 data loss");
    expect(text).toContain(`**1 acknowledgement missing.**`);
    expect(text).toContain(`\`\`\`yaml\n- stack: prod\n  thing: ${NAME}\n`);
    expect(markdownReport(acknowledged)).toContain("is acknowledged by orders: copied first");
  });

  it("is data in JSON", () => {
    const report = JSON.parse(jsonReport(shortened));
    expect(report).toMatchObject({
      version: 1,
      stack: "prod",
      compared: { base: "main", head: "working tree" },
      holds: false,
      class: "data loss",
      acknowledgements: { given: [], missing: [NAME], unused: [] },
      stale: [],
    });
    expect(report.changes[0].fields[0]).toMatchObject({ path: "rules[id=old].expiration.days", before: 30, after: 14 });
    expect(JSON.parse(jsonReport(acknowledged)).holds).toBe(true);
  });
});

describe("an acknowledgement that no change needs", () => {
  const needless = review(retained(30), { ...retained(30), acknowledgements: [given] });
  it("fails the review, and is named", () => {
    expect(reviewHolds(needless)).toBe(false);
    expect(terminalReport(needless, PLAIN).join("\n")).toContain("is for nothing that changes so");
    expect(markdownReport(needless)).toContain("is for nothing that changes so");
  });
  it("of a base that has it already is of an earlier change", () => {
    const base = { ...retained(30), acknowledgements: [given] };
    expect(reviewHolds(review(base, { ...retained(30), acknowledgements: [given] }))).toBe(true);
  });
});

describe("manifests that the plan doesn't deploy", () => {
  const stale = review(side(), side({ objects: [object("v1", "ConfigMap", "a", "shop", { data: {} })] }));
  it("fail the review: it would tell what nobody gets", () => {
    expect(stale.stale).toEqual(["ConfigMap shop/a"]);
    expect(reviewHolds(stale)).toBe(false);
    expect(terminalReport(stale, PLAIN).at(-1)).toBe(
      "1 manifest not as the plan deploys: run npm run synth -- --stack prod.",
    );
    expect(markdownReport(stale)).toContain("npm run synth -- --stack prod");
    const page = pageOfReview(stale, side(), side());
    expect(page).toContain(
      '<p class="alert">1 manifest not as the plan deploys: run npm run synth -- --stack prod.</p>',
    );
  });
});

test("no change is told as such", () => {
  const same = review(retained(30), retained(30));
  expect(reviewHolds(same)).toBe(true);
  expect(terminalReport(same, PLAIN).at(-1)).toBe("Nothing changes.");
  expect(markdownReport(same).split("\n")[0]).toBe("## Review of <code>prod</code>: nothing changes");
});

test("a base that today's schema can't read is compared but for policies and facts", () => {
  const { platform: _, ...unread } = retained(30);
  const text = terminalReport(review(unread, retained(14)), PLAIN).join("\n");
  expect(text).toContain("Policies: not compared: today's schema can't read the stack file of the base.");
  expect(text).toContain("data loss changed:");
});

describe("a comment on thousands of changes", () => {
  const many = (prefix: string) =>
    Array.from({ length: 3000 }, (_, index) =>
      object("v1", "ConfigMap", `${prefix}-${"long-name-".repeat(8)}${index}`, "shop", {
        data: { key: `${prefix}${index}`.repeat(20) },
      }),
    );
  const text = markdownReport(review(side(), side({ objects: many("a") })));

  it("is short enough for GitHub, and whole", () => {
    expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect((text.match(/```/g)?.length ?? 0) % 2).toBe(0);
    expect(text).toMatch(/and \d[\d,]* more lines/);
  });

  it("counts what has no room", () => {
    // Each with a reason of its own, so that none can be told with others.
    const own = (value: string) =>
      Array.from({ length: 900 }, (_, index) =>
        resource("aws:eks/nodeGroup:NodeGroup", `group-${"long-name-".repeat(8)}${index}`, {
          scalingConfig: { minSize: 1, desiredSize: 1, maxSize: index + value.length },
        }),
      );
    const report = markdownReport(review(side({ resources: own("a") }), side({ resources: own("bb") })));
    expect(report.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(report).toMatch(/\n[\d,]+ parts had no room here: the page `review\.html` has all of them\.\n$/);
    expect(report.match(/<details>/g)?.length).toBe(report.match(/<\/details>/g)?.length);
  });
});

test("more acknowledgements than a comment can hold are counted, and where they are told is said", () => {
  const buckets = (days: number) =>
    side({
      resources: Array.from({ length: 200 }, (_, index) => [
        resource("aws:s3/bucket:Bucket", `b${index}`, { bucket: `lab-${index}` }, { protect: true }),
        resource("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", `b${index}`, {
          bucket: `lab-${index}`,
          rules: [{ id: "old", status: "Enabled", expiration: { days } }],
        }),
      ]).flat(),
    });
  const text = markdownReport(review(buckets(30), buckets(14)));
  expect(text).toContain("**200 acknowledgements missing**, 0 for nothing, 0 manifests stale: too many to list here.");
  expect(text).not.toContain("```");
});

describe("what has no price", () => {
  const provider = resource("pulumi:providers:aws", "aws", { region: "us-east-1" });
  const group = (type: string) =>
    side({
      resources: [
        provider,
        resource("aws:eks/nodeGroup:NodeGroup", "web", {
          nodeGroupName: "web",
          instanceTypes: [type],
          scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 4 },
        }),
      ],
    });
  const unpriced = review(group("m6i.xlarge"), group("x99.metal"));

  it("isn't told as saved", () => {
    const text = terminalReport(unpriced, PLAIN).join("\n");
    expect(text).toMatch(
      /Cost: Typically .*\. \d+ things? of the change can't be priced, so the difference can't be told\./,
    );
    expect(text).toContain("aws:eks/nodeGroup:NodeGroup web: instances can't be priced: ");
    expect(markdownReport(unpriced)).toContain("web: instances can't be priced: ");
    expect(text).not.toContain(" with the change.");
  });
});
