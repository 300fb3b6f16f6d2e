import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { prometheusRules } from "../../../../charts/checks/prometheus-rules";
import { WATCHDOG } from "../../../../charts/monitoring/rules/monitoring";
import { manifestsIn } from "../../../../policies/manifests";
import { REPOSITORY } from "../../../../sandbox/vantage-project";
import { prodPlatform } from "../../../infra/prod-platform";

/** What data can't say of an alert, and no rule can: that somebody has tried it, and that its runbook is there. */
const { stack, alerts: settings } = prodPlatform();
const alerts = prometheusRules(manifestsIn(join(REPOSITORY, "manifests", stack))).filter(
  ({ fields }) => fields.alert !== undefined,
);

test("every alert of the manifests is replayed: it fires in one case and stays silent in another", () => {
  const folder = join(REPOSITORY, "test", "monitoring");
  const replays = readdirSync(folder).filter((name) => name.endsWith(".promtool.test.ts"));
  const text = replays.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  // A block of an alert, or of several in a table whose rows begin with their names.
  const blocks = text.split(/\n {2}(?=describe(?:\("alert |\.each\())/).slice(1);
  const complete = blocks.filter((block) => /test\("fires /.test(block) && /test\("stays silent /.test(block));
  const replayed = complete.flatMap((block) => {
    const [head = ""] = block.split("=> {");
    return [...head.matchAll(/^describe\("alert (\w+)"|^ {4}\["(\w+)"/gm)].map(([, one, ofTable]) => one ?? ofTable);
  });
  // The watchdog is never silent: its replay says so.
  expect(replayed.sort()).toEqual(
    alerts
      .map(({ name }) => name)
      .filter((name) => name !== WATCHDOG)
      .sort(),
  );
});

test.each(alerts.map(({ name, fields }) => [name, fields.annotations as Record<string, string>] as const))(
  "the runbook of %s is there, and lists it",
  (name, annotations) => {
    const page = `${annotations.runbook_url?.slice(settings.runbooks.length + 1)}.md`;
    const file = join(REPOSITORY, "docs", "runbooks", stack, page);
    expect([page, existsSync(file)]).toEqual([page, true]);
    expect(readFileSync(file, "utf8")).toContain(`| \`${name}\` |`);
  },
);
