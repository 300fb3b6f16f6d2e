import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type OperateOptions, type Operation, operate } from "../../../sandbox/commands/operate";
import { type FixtureProject, fixtureProject, STACK } from "./fixture/project";
import { recordingTerminal } from "./recording-terminal";

const BOARD = "item-shelf-board-north";

let project: FixtureProject;
beforeAll(() => {
  project = fixtureProject();
});
afterAll(() => project.remove());

/** Runs an operation; gives its exit code and its lines without the time taken, which ends the last one. */
async function run(operation: Operation, options: OperateOptions = {}) {
  const terminal = recordingTerminal();
  const code = await operate(operation, project, STACK, terminal, options);
  return { code, lines: terminal.lines.map((line) => line.replace(/ in [\d.]+ s$/, "")) };
}

// One story, told in order: each test goes on from the state in which the one before left the stack.
describe("the life of a stack", () => {
  test("up creates everything, in the cloud too", async () => {
    const { code, lines } = await run("up");
    expect(code).toBe(0);
    expect([...lines].sort()).toEqual([
      '+ fixture:index:Item "shelf-board"',
      '+ fixture:index:Item "shelf-box"',
      '+ fixture:index:Shelf "shelf"',
      '+ pulumi:providers:fixture "cloud"',
      '+ pulumi:pulumi:Stack "fixture-small"',
      "small: 5 created",
    ]);
    expect(Object.keys(project.readStore().items)).toEqual([BOARD, "item-shelf-box-any"]);
  });

  test("a preview after it is empty", async () => {
    expect(await run("preview", { expectNoChanges: true })).toEqual({ code: 0, lines: ["small: no changes"] });
  });

  test("one changed input is exactly that change", async () => {
    project.edit("capacity: 3", "capacity: 4");
    const change = '~ fixture:index:Item "shelf-board"  capacity';
    expect(await run("preview")).toEqual({ code: 0, lines: [change, "small: 1 to update"] });
    expect(await run("preview", { expectNoChanges: true })).toEqual({
      code: 1,
      lines: [change, "small: 1 to update", "No change was expected of preview."],
    });
    expect(await run("up")).toEqual({ code: 0, lines: [change, "small: 1 updated"] });
    expect(project.readStore().items[BOARD]).toEqual({ room: "north", capacity: 4 });
  });

  test("drift in the cloud is found by refresh and undone by up", async () => {
    project.writeStore({ items: { ...project.readStore().items, [BOARD]: { room: "north", capacity: 9 } } });
    expect(await run("refresh")).toEqual({
      code: 0,
      lines: ['~ fixture:index:Item "shelf-board"  capacity', "small: 1 updated"],
    });
    expect(await run("up")).toEqual({
      code: 0,
      lines: ['~ fixture:index:Item "shelf-board"  capacity', "small: 1 updated"],
    });
    expect(project.readStore().items[BOARD]).toEqual({ room: "north", capacity: 4 });
  });

  test("what can't change in place is replaced, and what depends on it follows", async () => {
    project.edit("room: north", "room: south");
    const { code, lines } = await run("up");
    expect(code).toBe(0);
    expect(lines).toEqual([
      '± fixture:index:Item "shelf-board"  room (replaces)',
      '~ fixture:index:Item "shelf-box"  note, on',
      "small: 1 updated, 1 replaced",
    ]);
    expect(Object.keys(project.readStore().items).sort()).toEqual(["item-shelf-board-south", "item-shelf-box-any"]);
  });

  test("a refused input is an error that names the resource, and nothing is made", async () => {
    project.edit("capacity: 4", "capacity: -1");
    const { code, lines } = await run("preview");
    expect(code).toBe(1);
    expect(lines.join("\n")).toContain('error: fixture:index:Item "shelf-board": ');
    expect(lines.join("\n")).toContain("is below 0");
    expect(lines.join("\n")).not.toMatch(/^\s+at /m);
    project.edit("capacity: -1", "capacity: 4");
  });

  test("destroy refuses what is protected, by name, and takes it with --unprotect", async () => {
    project.edit("protect: false", "protect: true");
    await run("up");
    const refused = await run("destroy");
    expect(refused.code).toBe(1);
    expect(refused.lines[0]).toMatch(/^Nothing is deleted: 1 resource/);
    expect(refused.lines[1]).toBe('  fixture:index:Item "shelf-board"');
    expect(project.readStore().items["item-shelf-board-south"]).toEqual({ room: "south", capacity: 4 });

    const { code, lines } = await run("destroy", { unprotect: true });
    expect(code).toBe(0);
    expect(lines[0]).toBe("Taking the protection off 1 resource.");
    expect(project.readStore().items).toEqual({});
    expect(lines.at(-1)).toBe("small: 5 deleted");
    expect(await run("destroy")).toEqual({ code: 0, lines: ["small: no changes"] });
  });

  test("nothing is written beside the stack file and the sandbox folder", () => {
    expect(readdirSync(project.root).sort()).toEqual([".sandbox", "Pulumi.small.yaml", "Pulumi.yaml", "program.ts"]);
    expect(readFileSync(join(project.root, "Pulumi.small.yaml"), "utf8")).not.toContain("encryptionsalt");
  });
});
