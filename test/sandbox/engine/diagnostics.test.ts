import type { EngineEvent } from "@pulumi/pulumi/automation";
import { diagnosticLines, diagnosticOf, resourceLabel } from "../../../sandbox/engine/diagnostics";

const event = (diagnosticEvent: object) =>
  ({
    sequence: 1,
    timestamp: 1,
    diagnosticEvent: { color: "never", severity: "error", ...diagnosticEvent },
  }) as EngineEvent;

test("keeps what is said, about what, without colour directives", () => {
  const urn = "urn:pulumi:s::p::a:b:Parent$t:i:Item::board";
  expect(diagnosticOf(event({ urn, message: "<{%reset%}>is below 0<{%reset%}>\n" }))).toEqual({
    severity: "error",
    resource: 't:i:Item "board"',
    message: "is below 0",
  });
  expect(diagnosticOf(event({ severity: "info#err", message: "printed" }))?.severity).toBe("info");
});

test("leaves out progress notes, empty texts, and the debugging notes that hold secrets in plain text", () => {
  expect(diagnosticOf(event({ message: "waiting", ephemeral: true }))).toBeUndefined();
  expect(diagnosticOf(event({ message: "<{%reset%}>\n" }))).toBeUndefined();
  expect(diagnosticOf(event({ message: "lock=1234", severity: "debug" }))).toBeUndefined();
  expect(diagnosticOf({ sequence: 1, timestamp: 1, cancelEvent: {} })).toBeUndefined();
});

test("lines say each thing once and leave out the calls of the SDK", () => {
  const said = {
    severity: "error",
    resource: undefined,
    message: "boom\n    at ours (/p/infra/x.ts:1:1)\n    at f (/p/node_modules/a/b.js:1:1)",
  } as const;
  expect(diagnosticLines([said, said, { severity: "info", resource: 't "n"', message: "note" }])).toEqual([
    "error: boom\n      at ours (/p/infra/x.ts:1:1)",
    't "n": note',
  ]);
});

test("a name may itself hold the separator of URNs", () => {
  expect(resourceLabel("urn:pulumi:s::p::t:i:Item::a::b")).toBe('t:i:Item "a::b"');
});
