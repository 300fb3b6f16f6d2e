import type { Rule } from "./rule";

/** The catalogue for a terminal: a line for each rule. */
export function catalogueLines(rules: readonly Rule[]): readonly string[] {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(
    ({ id, severity, enforcement, title }) =>
      `${id.padEnd(width)}  ${severity.padEnd("critical".length)}  ${enforcement.padEnd("mandatory".length)}  ${title}`,
  );
}

/** The catalogue as a page: `docs/policies.md`. */
export function cataloguePage(rules: readonly Rule[]): string {
  const sections = rules.map(
    ({ id, title, severity, enforcement, appliesTo, why, remediation, link }) => `## ${id}

${title}

| | |
|---|---|
| severity | ${severity} |
| enforcement | ${enforcement} |
| applies to | ${appliesTo.map((what) => `\`${what}\``).join(", ")} |
| why | ${why} |
| remediation | ${remediation} |
| read on | <${link}> |
`,
  );
  return `# Policy rules

Made from the rules by \`npm run policy -- --write-docs\`; a test compares. The rules run at the end of a preview (\`pulumi preview --policy-pack policies\`), over the plan and the
manifests (\`npm run policy\`), and in the tests. What a stack allows is in its file, section \`vantage:policies\`; what is let through for a time in \`policies/exemptions.yaml\`.

${sections.join("\n")}`;
}
