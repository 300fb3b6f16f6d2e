/**
 * What the tests have shown, in numbers, after the list of files: entries of the ledger that are proven, alerts replayed, metrics with a source, policy rules with what breaks them and the
 * mutations of prod that they catch, IAM decisions simulated, documented facts read back, and semantic checks with what breaks each. It counts tests, so it can't say more than they do.
 */
class Shown {
  onRunComplete(_contexts, { testResults }) {
    const all = testResults.flatMap((file) => file.testResults);
    const lines = [
      ...ledgerLines(all),
      ...alertLines(all),
      ...countLines(all),
      ...ruleLines(all),
      ...checkLines(testResults),
    ];
    if (lines.length > 0) process.stderr.write(`\n${lines.join("\n")}\n`);
  }
}

/** Tests whose outermost `describe` begins with this; each is one entry of the ledger. */
const LEDGER = "ledger: ";
/** Each file here, and each `describe` of this title, holds the cases of one semantic check. */
const CHECK_FILE = /test\/charts\/checks\/([\w-]+)\.test\.ts$/;
/** A `describe` of this title holds the replays of one alert. */
const ALERT_TITLE = /^alert (\w+)$/;
const CHECK_TITLE = /^check ([\w-]+)$/;
/** How the cases begin in which a check objects. */
const BREAKING = /^finds /;

function ledgerLines(all) {
  const entries = all.filter(({ ancestorTitles: [first = ""] }) => first.startsWith(LEDGER));
  if (entries.length === 0) return [];
  const proofs = entries.filter(({ status }) => status === "passed");
  const counts = Object.entries(countBy(proofs.map(({ ancestorTitles: [first] }) => first.slice(LEDGER.length))));
  const by = counts.map(([who, count]) => `${count} ${who}`).join(", ");
  return [`Ledger: ${proofs.length} of ${entries.length} entries proven (${by})`];
}

function alertLines(all) {
  const replays = new Map();
  for (const { ancestorTitles, title, status } of all) {
    const alert = ancestorTitles.map((ancestor) => ALERT_TITLE.exec(ancestor)?.[1]).find((name) => name !== undefined);
    const kind = /^(fires|stays silent)\b/.exec(title)?.[1];
    if (alert === undefined || kind === undefined) continue;
    const of = replays.get(alert) ?? { fires: 0, "stays silent": 0, failed: 0 };
    of[status === "passed" ? kind : "failed"] += 1;
    replays.set(alert, of);
  }
  if (replays.size === 0) return [];
  const cases = [...replays.values()];
  const replayed = cases.filter((of) => of.fires > 0 && of["stays silent"] > 0 && of.failed === 0).length;
  const sum = (kind) => cases.reduce((total, of) => total + of[kind], 0);
  return [
    `Alerts: ${replayed} of ${replays.size} replayed (${sum("fires")} times fired, ${sum("stays silent")} times silent)`,
  ];
}

/** What is counted as it is: tests whose outermost `describe` begins so, and how the line reads. */
const COUNTED = [
  ["metrics with a source", (passed, total) => `Metrics: ${passed} of ${total} with a source`],
  ["mutations of prod", (passed, total) => `Mutations: ${passed} of ${total} caught by the rule they are made for`],
  ["simulator rows: ", (passed, total) => `IAM decisions: ${passed} of ${total} simulated as the table says`],
  ["facts read back", (passed, total) => `Facts: ${passed} of ${total} read back or decided`],
];

function countLines(all) {
  return COUNTED.flatMap(([title, line]) => {
    const rows = all.filter(({ ancestorTitles: [first = ""] }) => first.startsWith(title));
    return rows.length === 0 ? [] : [line(rows.filter(({ status }) => status === "passed").length, rows.length)];
  });
}

/** A `describe` of this title holds the cases of one policy rule; those in which it objects begin so. */
const RULE_TITLE = /^rule ([\w-]+)$/;
const OBJECTING = /^objects to /;

function ruleLines(all) {
  const cases = all.flatMap(({ ancestorTitles, title, status }) => {
    const rule = ancestorTitles.map((ancestor) => RULE_TITLE.exec(ancestor)?.[1]).find((name) => name !== undefined);
    return rule === undefined || status !== "passed" ? [] : [{ rule, objects: OBJECTING.test(title) }];
  });
  if (cases.length === 0) return [];
  const rules = new Set(cases.map(({ rule }) => rule));
  return [
    `Policy rules: ${rules.size} with ${cases.length} cases (${cases.filter(({ objects }) => objects).length} violations)`,
  ];
}

function checkLines(testResults) {
  const cases = new Map();
  for (const { testFilePath, testResults: tests } of testResults) {
    for (const { ancestorTitles, title, status } of tests) {
      const titled = ancestorTitles
        .map((ancestor) => CHECK_TITLE.exec(ancestor)?.[1])
        .find((name) => name !== undefined);
      const check = titled ?? CHECK_FILE.exec(testFilePath)?.[1];
      if (check === undefined || status !== "passed" || !BREAKING.test(title)) continue;
      cases.set(check, [...(cases.get(check) ?? []), title.replace(BREAKING, "")]);
    }
  }
  if (cases.size === 0) return [];
  const sorted = [...cases].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `Semantic checks: ${cases.size}`,
    ...sorted.map(([check, broken]) => `  ${check} finds ${broken.join("; ")}`),
  ];
}

function countBy(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

module.exports = Shown;
