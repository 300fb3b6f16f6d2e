import type { Json } from "../../charts/kube-object";
import { documentsIn } from "../../policies/estate-of-plan";
import { userDataText } from "../../policies/node-config";
import { isJsonList, isJsonMap } from "./canonical";

/** The document in a text of YAML or JSON; undefined for a text that is neither a mapping nor a list. */
export function documentIn(text: string): Json | undefined {
  const documents = documentsIn(text) as readonly Json[];
  const [document] = documents;
  return documents.length === 1 && (isJsonMap(document) || isJsonList(document)) ? document : undefined;
}

/** The documents of a YAML stream, as a list. */
export function streamIn(text: string): Json | undefined {
  const documents = (documentsIn(text) as readonly Json[]).filter(isJsonMap);
  return documents.length > 0 ? documents : undefined;
}

/** JSON as a value; undefined for a text that is none, or one that a plan doesn't show. */
export function jsonIn(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * The settings in a text of lines such as `maxmemory 14gb`, as redis.conf has them: a word and its value, or the list of its values where it occurs more than once.
 *
 * Source: redis.conf of Redis 7.2, "Note on units" and the lines after it.
 */
export function directivesIn(text: string): Json | undefined {
  const settings = new Map<string, string[]>();
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const [, word = "", value = ""] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    settings.set(word, [...(settings.get(word) ?? []), value]);
  }
  return Object.fromEntries(
    [...settings].map(([word, values]) => [word, values.length > 1 ? values : (values[0] ?? "")]),
  );
}

/** What is in a file of a ConfigMap; undefined for scripts and other texts that are only themselves. */
export function fileContent(name: string, text: string): Json | undefined {
  if (/\.json$/.test(name)) return jsonIn(text);
  if (/\.ya?ml$/.test(name)) return documentIn(text);
  return /\.conf$/.test(name) ? directivesIn(text) : undefined;
}

/** User data of a launch template as text, for readers: it is base64, which gzip may have packed. */
export function userData(text: string): Json | undefined {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) return undefined;
  try {
    return userDataText(text);
  } catch {
    return undefined;
  }
}
