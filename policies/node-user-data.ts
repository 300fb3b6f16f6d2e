import { type Document, parseDocument } from "yaml";
import { listAt, mappingAt, textAt } from "../charts/checks/object-readers";
import { valueAt } from "../charts/kube-object";
import { TAINT_TEXT, type Taint } from "./node-taints";

/** Type of the parts of user data that nodeadm reads. Source: awslabs/amazon-eks-ami, nodeadm, "Configuration". */
const NODE_CONFIG_PART = "application/node.eks.aws";

/** With what a kubelet registers its node. */
export interface Registration {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

/**
 * What the NodeConfigs in a launch template's user data tell the kubelet to register its node with: flags of several add up. Anything else in it says
 * nothing about that.
 *
 * @param userData in base64, as launch templates take it
 */
export function registrationIn(userData: string): Registration {
  const configs = nodeConfigsIn(Buffer.from(userData, "base64").toString("utf8"));
  const flags = configs.flatMap((config) => listAt(config, ["spec", "kubelet", "flags"]).map(String));
  const configured = configs.flatMap((config) => listAt(config, ["spec", "kubelet", "config", "registerWithTaints"]));
  return {
    labels: Object.fromEntries(valuesOf("--node-labels", flags).map(labelOf)),
    taints: [...valuesOf("--register-with-taints", flags).map(taintOf), ...configured.map(configuredTaint)],
  };
}

/** The NodeConfigs of a MIME document, or of a text that is one itself. */
function nodeConfigsIn(text: string): readonly unknown[] {
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(text)?.[1];
  if (boundary === undefined) return nodeConfig(text);
  return text
    .split(`--${boundary}`)
    .map((part) => part.trimStart())
    .filter((part) => new RegExp(`^content-type:\\s*${NODE_CONFIG_PART}`, "im").test(headOf(part)))
    .flatMap((part) => nodeConfig(part.slice(headOf(part).length)));
}

/** The lines before the first empty one. */
function headOf(part: string): string {
  return part.split(/\r?\n\r?\n/, 1)[0] ?? "";
}

function nodeConfig(text: string): readonly unknown[] {
  const document = parseDocument(text);
  const found = document.errors.length > 0 ? undefined : dataOf(document);
  return valueAt(found, ["kind"]) === "NodeConfig" ? [found] : [];
}

/** An alias without its anchor is found only here, and is as good as no YAML. */
function dataOf(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

/** The values of a flag that takes a list. */
function valuesOf(flag: string, flags: readonly string[]): readonly string[] {
  return flags
    .filter((each) => each.startsWith(`${flag}=`))
    .flatMap((each) => each.slice(flag.length + 1).split(","))
    .filter((value) => value !== "");
}

function labelOf(text: string): readonly [string, string] {
  const [key = "", value = ""] = text.split("=", 2);
  return [key, value];
}

function taintOf(text: string): Taint {
  const [, key = text, value = "", effect = ""] = TAINT_TEXT.exec(text) ?? [];
  return { key, value, effect };
}

function configuredTaint(taint: unknown): Taint {
  const { key, value = "", effect } = mappingAt(taint, []);
  return { key: String(key), value: String(value), effect: textAt({ effect }, ["effect"]) };
}
