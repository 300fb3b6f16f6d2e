/**
 * What the tests have shown about the manifests, in numbers, after the list of files: entries of the ledger that are proven, and semantic checks with what breaks each.
 * It counts tests, so it can't say more than they do.
 */
class Shown {
  onRunComplete(_contexts, { testResults }) {
    const all = testResults.flatMap((file) => file.testResults);
    const lines = [...ledgerLines(all), ...alertLines(all), ...checkLines(testResults)];
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
