import { yamlDocument } from "../../../charts/render";

/**
 * A value as YAML for readers: as manifests are written, except that documents which are packed into one line are unpacked, JSON with indentation and user data as text. Nothing else
 * reads it.
 */
export function readableYaml(value: unknown): string {
  return yamlDocument(unpacked(value, ""));
}

function unpacked(value: unknown, key: string): unknown {
  if (typeof value === "string")
    return key === "userData" || key === "userDataBase64" ? decoded(value) : indented(value);
  if (Array.isArray(value)) return value.map((item) => unpacked(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unpacked(item, name)]));
}

/** Shorter ones are read as they are. */
const SHORT = 60;

/** A JSON document on lines of its own; any other text as it is. */
function indented(text: string): string {
  if (text.length < SHORT || !/^\s*[{[]/.test(text) || text.includes("\n")) return text;
  try {
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  } catch {
    return text;
  }
}

/** Anything but these is no text: what was packed with gzip, for instance. */
const PRINTABLE = /^[\t\r\n\x20-\x7E\u00A0-\uFFFF]*$/;

/** The text that base64 stands for; what isn't text stays as it is. */
function decoded(base64: string): string {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(base64) || base64.length % 4 !== 0) return base64;
  const text = Buffer.from(base64, "base64").toString("utf8");
  return PRINTABLE.test(text) && !text.includes("\uFFFD") ? text : base64;
}
