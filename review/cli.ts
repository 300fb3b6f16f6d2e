import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { documentedSections } from "../facts/documents";
import { committedFacts } from "../facts/sources";
import { today } from "../policies/today";
import { FLAG, optionsOf, runCommand, TEXT } from "../sandbox/engine/command";
import { reachLoopbackDirectly } from "../sandbox/engine/loopback";
import { chosenStacks, forEachStack } from "../sandbox/engine/project";
import { processTerminal, type Terminal } from "../sandbox/engine/terminal";
import { UserError } from "../sandbox/engine/user-error";
import { REPOSITORY, vantageProject } from "../sandbox/vantage-project";
import { checkOut } from "./checkout";
import { pageOfReview } from "./page/pages";
import { jsonReport } from "./report/json-report";
import { markdownReport } from "./report/markdown-report";
import { terminalReport } from "./report/terminal-report";
import { reviewHolds, reviewOf } from "./review";
import { baseSide, headSide } from "./side";

/** What is compared with when nothing is named. */
const DEFAULT_BASE = "main";

const USAGE = `npm run review                  say what the working tree changes of every stack: plan, manifests, policies, cost, capacity, facts
Options
  --base REF      what it is compared with: a branch, a tag or a commit, up to where the two part; ${DEFAULT_BASE} if left out
  --stack NAME    this stack alone; has to be named for reports in files
  --markdown FILE write the review as a comment for a pull request
  --html FILE     write it as one page, with both sides of what changes
  --json FILE     write it for programs
Exits with 1 when something protected is replaced or loses data and review/acknowledged.yaml says nothing of it, or when the manifests are stale.`;

async function main(args: readonly string[]): Promise<number> {
  const values = optionsOf(args, USAGE, {
    base: { ...TEXT, default: DEFAULT_BASE },
    stack: TEXT,
    markdown: TEXT,
    html: TEXT,
    json: TEXT,
    help: FLAG,
  });
  const terminal = processTerminal();
  if (values.help) {
    terminal.line(USAGE);
    return 0;
  }
  reachLoopbackDirectly();
  const stacks = chosenStacks(REPOSITORY, values.stack);
  const named = [values.markdown, values.html, values.json].filter((file) => file !== undefined);
  if (stacks.length > 1 && named.length > 0) {
    throw new UserError(`${named.join(", ")}: name the stack with --stack NAME. There are: ${stacks.join(", ")}.`);
  }
  return forEachStack(stacks, (stack) => compare({ ...values, stack }, terminal));
}

interface Order {
  readonly stack: string;
  readonly base: string;
  readonly markdown?: string | undefined;
  readonly html?: string | undefined;
  readonly json?: string | undefined;
}

async function compare({ stack, base: ref, markdown, html, json }: Order, terminal: Terminal): Promise<number> {
  const checkout = checkOut(REPOSITORY, ref, (text) => terminal.progress(text));
  terminal.progress(`Planning ${stack} at ${ref}`);
  const base = await baseSide(checkout, stack);
  const head = await headSide(vantageProject(), stack, terminal);
  if (head === undefined) return 1;

  const started = Date.now();
  const review = reviewOf(base, head, {
    stack,
    compared: { base: `${ref} (${checkout.commit.slice(0, 12)})`, head: "working tree" },
    documented: { facts: committedFacts(), sections: documentedSections() },
    today: today(),
  });
  write(markdown, () => markdownReport(review));
  write(json, () => jsonReport(review));
  write(html, () => pageOfReview(review, base, head));
  for (const line of terminalReport(review, terminal.palette)) terminal.line(line);
  terminal.line(terminal.palette.dim(`Compared in ${((Date.now() - started) / 1000).toFixed(1)} s`));
  return reviewHolds(review) ? 0 : 1;
}

function write(file: string | undefined, text: () => string): void {
  if (file === undefined) return;
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text());
}

if (require.main === module) runCommand(main);
