import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { labRuleGroups } from "../../../../charts/lab/monitoring/rules/rule-groups";
import { lab } from "../lab-fixture";

const FOLDER = resolve(__dirname, "../../../../docs/runbooks/lab");
const SITE = "https://wiki.company.com/runbooks/";

const alerts = labRuleGroups(lab())
  .flatMap(({ rules }) => rules)
  .flatMap((rule) => ("alert" in rule ? [rule] : []));
const pages = alerts.map(({ annotations }) => `${annotations.runbook_url?.slice(SITE.length)}.md`);

test.each(alerts.map(({ alert }, index) => [alert, pages[index] ?? ""]))("%s has its page, %s", (alert, page) => {
  expect(readFileSync(resolve(FOLDER, page), "utf8")).toMatch(new RegExp(`^# .*\\b${alert}\\b`));
});

test("every page is an alert's", () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...new Set(pages)].sort());
});
