/** A condition of a selector on a label. */
export interface Matcher {
  readonly label: string;
  readonly operator: "=" | "!=" | "=~" | "!~";
  readonly value: string;
}

/** A place in an expression that reads series. */
export interface Selector {
  /** Name of the metric. */
  readonly metric: string;
  readonly matchers: readonly Matcher[];
  /** What is written before it; `/` where it is what something is divided by. */
  readonly before: string;
}

/** Strings, comments, names with everything that a metric's may hold, numbers with units, and signs. Source: Prometheus 2.51, promql/parser/lex.go. */
const TOKEN =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|[A-Za-z_:][A-Za-z0-9_:]*|(?:\d[\w.]*|\.\d[\w]*)|=~|!~|!=|==|<=|>=|\S/g;

/** Words that say which labels join or remain, with their lists, which name no metric. */
const LABEL_WORDS = new Set(["by", "without", "on", "ignoring", "group_left", "group_right"]);

/** Words that are no metric where a metric could stand. */
const KEYWORDS = new Set(["and", "or", "unless", "bool", "offset", "atan2", "inf", "nan"]);

/**
 * The selectors of an expression, in order. A selector without a metric's name, such as `{job="x"}`, has the name that its matcher of `__name__` gives, or none.
 *
 * It reads what Prometheus accepts and checks nothing: `promtool check rules` does, and a test compares the two on every rule.
 */
export function selectors(expression: string): readonly Selector[] {
  const tokens = withoutLabelLists((expression.match(TOKEN) ?? []).filter((token) => !token.startsWith("#")));
  const found: Selector[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    const before = tokens[at - 1] ?? "";
    if (token === "[") {
      at = tokens.indexOf("]", at);
    } else if (token === "{") {
      const end = tokens.indexOf("}", at);
      const matchers = matchersOf(tokens.slice(at + 1, end));
      found.push({ metric: matchers.find(({ label }) => label === "__name__")?.value ?? "", matchers, before });
      at = end;
    } else if (isMetric(token, tokens[at + 1])) {
      const end = tokens[at + 1] === "{" ? tokens.indexOf("}", at) : at;
      found.push({ metric: token, matchers: matchersOf(tokens.slice(at + 2, end)), before });
      at = end;
    }
  }
  return found;
}

function withoutLabelLists(tokens: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    if (!LABEL_WORDS.has(token.toLowerCase())) kept.push(token);
    else if (tokens[at + 1] === "(") at = tokens.indexOf(")", at);
  }
  return kept;
}

/** A name that is neither a keyword nor a function or an aggregation, which a bracket follows. */
function isMetric(token: string, next: string | undefined): boolean {
  return /^[A-Za-z_:]/.test(token) && !KEYWORDS.has(token.toLowerCase()) && next !== "(";
}

function matchersOf(tokens: readonly string[]): readonly Matcher[] {
  const matchers: Matcher[] = [];
  for (let at = 0; at + 2 < tokens.length; at += 4) {
    const [label = "", operator = "=", quoted = ""] = tokens.slice(at, at + 3);
    const value = quoted.slice(1, -1).replace(/\\(["'\\])/g, "$1");
    matchers.push({ label, operator: operator as Matcher["operator"], value });
  }
  return matchers;
}
