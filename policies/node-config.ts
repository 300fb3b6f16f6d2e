import { gunzipSync } from "node:zlib";
import { type Document, parseAllDocuments } from "yaml";
import { listAt, textAt } from "../charts/checks/object-readers";
import { valueAt } from "../charts/kube-object";
import { MalformedInput } from "./malformed";

/** A taint as Kubernetes writes it. */
export interface NodeTaint {
  readonly key: string;
  readonly value: string;
  /** `NoSchedule`, `PreferNoSchedule` or `NoExecute`. */
  readonly effect: string;
}

/** With what a node registers. */
export interface NodeRegistration {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly NodeTaint[];
}

/** The first two bytes of what gzip wrote. Source: RFC 1952, section 2.3.1. */
const GZIP = [0x1f, 0x8b];

/** Words after which the kubelet is told its labels and taints, in a NodeConfig's flags or in the arguments of bootstrap.sh. */
const LABELS_FLAG = /--node-labels[=\s]+([^\s"'\\]+)/g;
const TAINTS_FLAG = /--register-with-taints[=\s]+([^\s"'\\]+)/g;

/**
 * With which labels and taints a node registers that starts with this user data: what the kubelet is told by its flags, and by `registerWithTaints` of a NodeConfig.
 *
 * Source: awslabs/amazon-eks-ami, nodeadm, API reference v1alpha1, and bootstrap.sh; kubelet, command line options.
 *
 * @param userDataBase64 as a launch template has it: base64 of a MIME document, a NodeConfig or a script, which gzip may have packed
 * @throws {MalformedInput} for what can't be unpacked or read
 */
export function nodeConfigOf(userDataBase64: string): NodeRegistration {
  const before = known.get(userDataBase64);
  if (before !== undefined) return before;
  const read = readNodeConfig(userDataBase64);
  known.set(userDataBase64, read);
  return read;
}

/** What was read, by user data: every rule about placement asks for each pool's. */
const known = new Map<string, NodeRegistration>();

function readNodeConfig(userDataBase64: string): NodeRegistration {
  const text = userDataText(userDataBase64);
  const labels = flagValues(text, LABELS_FLAG).map((pair) => split(pair, "="));
  const taints = flagValues(text, TAINTS_FLAG).map(taintOf);
  return { labels: Object.fromEntries(labels), taints: [...taints, ...nodeConfigsIn(text).flatMap(registered)] };
}

/**
 * User data as text, unpacked where gzip packed it; lines end as on Linux.
 *
 * @throws {MalformedInput} for what begins as gzip does and can't be unpacked
 */
export function userDataText(userDataBase64: string): string {
  const bytes = Buffer.from(userDataBase64, "base64");
  const packed = GZIP.every((byte, index) => bytes[index] === byte);
  return (packed ? unpacked(bytes) : bytes).toString("utf8").replaceAll("\r\n", "\n");
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new MalformedInput("userData", "begins as gzip does, but can't be unpacked");
  }
}

/** Values of a flag, of which a comma separates several. */
function flagValues(text: string, flag: RegExp): readonly string[] {
  return [...text.matchAll(flag)].flatMap(([, values = ""]) => values.split(",")).filter((value) => value !== "");
}

/** `key=value:effect`, or `key:effect` for one without a value. */
function taintOf(text: string): NodeTaint {
  const [what, effect] = split(text, ":");
  const [key, value] = split(what, "=");
  return { key, value, effect };
}

function split(text: string, separator: string): readonly [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The NodeConfigs among the parts of a MIME document, or the text itself where it is one: of user data as {@link userDataText} gives it. */
export function nodeConfigsIn(text: string): readonly unknown[] {
  const boundary = /boundary="?([^"\n]+)"?/.exec(text)?.[1];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`);
  return parts
    .filter((part) => /^kind: *["']?NodeConfig\b/m.test(part))
    .flatMap((part) => {
      // Up to the first empty line it is the part's own header.
      const body = boundary === undefined ? part : part.slice(part.indexOf("\n\n"));
      const documents = parseAllDocuments(body);
      return Array.isArray(documents) ? documents.map(dataOf) : [];
    });
}

function dataOf(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch {
    throw new MalformedInput("userData", "has a NodeConfig that is no YAML");
  }
}

/** Taints that a NodeConfig has in the kubelet's configuration instead of its flags. */
function registered(nodeConfig: unknown): readonly NodeTaint[] {
  return listAt(nodeConfig, ["spec", "kubelet", "config", "registerWithTaints"]).map((taint) => ({
    key: textAt(taint, ["key"]),
    value: String(valueAt(taint, ["value"]) ?? ""),
    effect: textAt(taint, ["effect"]),
  }));
}
