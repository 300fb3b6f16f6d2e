/** Names whose values nobody may read: the last part says so. `PASSWORD_FILE`, `secretName` and the like say where to look, and are none of them. */
const CREDENTIAL_NAME =
  /(^|[._-])(password|passwd|pwd|secret|token|credentials?|api[._-]?key|access[._-]?key([._-]?id)?|secret[._-]?key|private[._-]?key|jaas[._-]?config|pgpassword|rediscli_auth|requirepass|masterauth)$/i;

/** Names of which Helm charts make a Secret. `existingSecret` and `tlsSecret` name one. */
const CHART_CREDENTIAL_NAME =
  /(^|[._-])(password|passwd|token|api[._-]?key|access[._-]?key([._-]?id)?|secret[._-]?(access[._-]?)?key|client[._-]?secret|private[._-]?key)$/i;

/** What stands for a value: a variable, a command, a template, a path of a file, a switch. */
const REFERENCE = /^(\$|\{\{|<|\/[\w./-]*$|(true|false|null)$)/i;

/** Texts that are credentials under any name. */
const CREDENTIAL_TEXTS: readonly { readonly what: string; readonly text: RegExp }[] = [
  { what: "a private key", text: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { what: "the id of an AWS access key", text: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { what: "an address with a password", text: /\w:\/\/[^/@\s:"']*:[^/@\s"'${<]+@/ },
  { what: "a password of Redis", text: /^\s*(?:requirepass|masterauth)\s+"?[^\s"$]/m },
  { what: "the address of a Slack webhook", text: /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/ },
];

/** A line that gives a name a value: of a properties file, of YAML, of a shell. */
const ASSIGNMENT = /^\s*(?:export\s+|-\s+)?["']?([\w.-]+)["']?\s*[:=]\s*["']?([^"'\s,]+)/;

/** Whether a name says that its value is a credential. */
export function namesCredential(name: string): boolean {
  return CREDENTIAL_NAME.test(snakeCase(name));
}

/** Whether a name says so among the values of a Helm chart. */
export function namesChartCredential(name: string): boolean {
  return CHART_CREDENTIAL_NAME.test(snakeCase(name));
}

/** Whether a text is a value, and doesn't only say where to find one. */
export function isWrittenOut(text: string): boolean {
  return text !== "" && !REFERENCE.test(text);
}

/** What a text looks like, if it is a credential under any name: `a private key`. The text itself must not be shown. */
export function credentialIn(text: string): string | undefined {
  return CREDENTIAL_TEXTS.find((one) => one.text.test(text))?.what;
}

/** The first line of a text that gives a credential's name a value, counted from 1, with that name. */
export function assignmentIn(text: string): { readonly line: number; readonly name: string } | undefined {
  for (const [index, line] of text.split("\n").entries()) {
    const [, name = "", value = ""] = ASSIGNMENT.exec(line) ?? [];
    if (value !== "|" && value !== ">" && !/^[{[]/.test(value) && namesCredential(name) && isWrittenOut(value)) {
      return { line: index + 1, name };
    }
  }
  return undefined;
}

/** `clientSecret` reads as `client_secret`. */
function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2");
}
