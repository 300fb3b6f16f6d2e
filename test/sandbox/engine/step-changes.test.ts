import type { EngineEvent } from "@pulumi/pulumi/automation";
import { changeLines, changeSummary } from "../../../sandbox/engine/change-listing";
import { PLAIN } from "../../../sandbox/engine/palette";
import { type Change, changeCounts, changeOf } from "../../../sandbox/engine/step-changes";

const URN = "urn:pulumi:s::p::t:i:Shelf$t:i:Item::board";
const event = (op: string, metadata: object = {}, kind = "resOutputsEvent") =>
  ({
    sequence: 1,
    timestamp: 1,
    [kind]: { metadata: { op, urn: URN, type: "t:i:Item", provider: "", ...metadata } },
  }) as unknown as EngineEvent;
const change = (kind: Change["kind"], more: Partial<Change> = {}): Change => ({
  kind,
  urn: URN,
  properties: [],
  replacedFor: [],
  failed: false,
  ...more,
});

test.each(["create", "delete"] as const)("%s has no list of properties", (op) => {
  expect(changeOf(event(op, { diffs: ["a"] }))).toEqual(change(op));
});

test("an update names the paths that differ, in order, or the top-level keys where there is no more", () => {
  const detailedDiff = { "tags.b": { diffKind: "add", inputDiff: true }, a: { diffKind: "update", inputDiff: true } };
  expect(changeOf(event("update", { detailedDiff, diffs: ["tags", "a"] }))).toEqual(
    change("update", { properties: ["a", "tags.b"] }),
  );
  expect(changeOf(event("update", { detailedDiff: null, diffs: ["tags", "a"] }))).toEqual(
    change("update", { properties: ["a", "tags"] }),
  );
});

test("a replacement says what forces it, and is counted once for its three steps", () => {
  const detailedDiff = {
    room: { diffKind: "update-replace", inputDiff: true },
    size: { diffKind: "update", inputDiff: true },
  };
  expect(changeOf(event("replace", { detailedDiff }))).toEqual(
    change("replace", { properties: ["room", "size"], replacedFor: ["room"] }),
  );
  expect(changeOf(event("replace", { diffs: ["room"], keys: ["room"] }))).toEqual(
    change("replace", { properties: ["room"], replacedFor: ["room"] }),
  );
  expect([changeOf(event("create-replacement")), changeOf(event("delete-replaced"))]).toEqual([undefined, undefined]);
});

test("what stays the same, what merely begins and other events are no change", () => {
  expect(changeOf(event("same"))).toBeUndefined();
  expect(changeOf(event("refresh"))).toBeUndefined();
  expect(changeOf(event("create", {}, "resourcePreEvent"))).toBeUndefined();
  expect(changeOf({ sequence: 1, timestamp: 1, cancelEvent: {} })).toBeUndefined();
});

test("a failed step is a change that failed", () => {
  expect(changeOf(event("create", {}, "resOpFailedEvent"))).toEqual(change("create", { failed: true }));
});

test("lines name the resource, its properties and what forces a replacement", () => {
  const changes = [
    change("create"),
    change("update", { properties: ["a", "b"] }),
    change("replace", { properties: ["a", "room"], replacedFor: ["room"] }),
    change("delete", { failed: true }),
  ];
  expect(changeLines(changes, PLAIN)).toEqual([
    '+ t:i:Item "board"',
    '~ t:i:Item "board"  a, b',
    '± t:i:Item "board"  a, room (replaces)',
    '- t:i:Item "board"  failed',
  ]);
  expect(changeCounts(changes)).toEqual({ create: 1, update: 1, replace: 1, delete: 1 });
  expect(changeSummary(changes, false)).toBe("1 created, 1 updated, 1 replaced, 1 failed");
  expect(changeSummary(changes.slice(0, 2), true)).toBe("1 to create, 1 to update");
  expect(changeSummary([], true)).toBe("no changes");
});
