import { parseAllDocuments } from "yaml";
import type { KubeObject } from "../../charts/kube-object";
import { renderYaml } from "../../charts/render";

const OBJECT: KubeObject = {
  spec: {
    ports: [
      { port: 80, name: "http" },
      { name: "a", port: 1 },
    ],
    script: "first\nsecond\n",
    empty: [],
    none: {},
    text: "",
  },
  kind: "Thing",
  metadata: { labels: { b: "1", a: "yes" }, namespace: "here", name: "one" },
  apiVersion: "example.com/v1",
};

test("keys in the order that readers expect, lists as they are, a header, no end but a line break", () => {
  expect(renderYaml([OBJECT], ["Made by a test."])).toBe(
    [
      "# Made by a test.",
      "---",
      "apiVersion: example.com/v1",
      "kind: Thing",
      "metadata:",
      "  name: one",
      "  namespace: here",
      "  labels:",
      '    a: "yes"',
      '    b: "1"',
      "spec:",
      "  empty: []",
      "  none: {}",
      "  ports:",
      "    - name: http",
      "      port: 80",
      "    - name: a",
      "      port: 1",
      "  script: |",
      "    first",
      "    second",
      '  text: ""',
      "",
    ].join("\n"),
  );
});

test.each([
  "yes",
  "no",
  "on",
  "off",
  "y",
  "010",
  "12:30",
  "1e3",
  "null",
  "true",
  "1_000",
  "0x1f",
  "2025-09-08",
  " a",
  "a: b",
  "#",
])("what YAML 1.1 would take for something else stays the string %j", (text) => {
  const yaml = renderYaml([{ ...OBJECT, spec: { text } }], []);
  const [document] = parseAllDocuments(yaml, { version: "1.1" });
  expect(document?.toJS()).toMatchObject({ spec: { text } });
  expect(yaml).toContain('"');
});

test("no anchors and no folded lines", () => {
  const shared = { name: "x".repeat(300) };
  const long = "word ".repeat(60).trim();
  const yaml = renderYaml([{ ...OBJECT, spec: { a: shared, b: shared, long } }], []);
  expect(yaml).not.toMatch(/[&*]a\d/);
  expect(yaml).toContain(`  long: ${long}\n`);
});

test("an object that is added moves no other line", () => {
  const two = renderYaml([OBJECT, { ...OBJECT, kind: "Other" }], ["h"]);
  expect(two.startsWith(renderYaml([OBJECT], ["h"]))).toBe(true);
});
