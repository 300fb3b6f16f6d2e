import { existsSync, readFileSync } from "node:fs";
import { plan, planPath } from "../../../sandbox/commands/plan";
import { type FixtureProject, fixtureProject, STACK } from "./fixture/project";
import { recordingTerminal } from "./recording-terminal";

let project: FixtureProject;
beforeEach(() => {
  project = fixtureProject();
});
afterEach(() => project.remove());

const URN = "urn:pulumi:small::fixture::";
const ROOT = `${URN}pulumi:pulumi:Stack::fixture-small`;
const SHELF = `${URN}fixture:index:Shelf::shelf`;
const CLOUD = `${URN}pulumi:providers:fixture::cloud`;
const BOARD = `${URN}fixture:index:Shelf$fixture:index:Item::shelf-board`;
const BOX = `${URN}fixture:index:Shelf$fixture:index:Item::shelf-box`;

test("writes the plan with checked inputs, dependencies and protection, the same bytes in two runs", async () => {
  project.edit("protect: false", "protect: true");
  const terminal = recordingTerminal();
  expect(await plan(project, STACK, terminal)).toBe(0);
  const written = readFileSync(planPath(project, STACK), "utf8");
  const none = { dependencies: [], protect: false };
  expect(JSON.parse(written)).toEqual({
    version: 1,
    stack: "small",
    resources: [
      {
        urn: ROOT,
        type: "pulumi:pulumi:Stack",
        name: "fixture-small",
        parent: null,
        provider: null,
        inputs: {},
        custom: false,
        ...none,
      },
      {
        urn: SHELF,
        type: "fixture:index:Shelf",
        name: "shelf",
        parent: ROOT,
        provider: null,
        inputs: {},
        custom: false,
        ...none,
      },
      {
        urn: CLOUD,
        type: "pulumi:providers:fixture",
        name: "cloud",
        parent: ROOT,
        provider: null,
        inputs: { owner: "librarian" },
        custom: true,
        ...none,
      },
      {
        urn: BOARD,
        type: "fixture:index:Item",
        name: "shelf-board",
        parent: SHELF,
        provider: CLOUD,
        inputs: { capacity: 3, room: "north" },
        dependencies: [],
        protect: true,
        custom: true,
      },
      {
        urn: BOX,
        type: "fixture:index:Item",
        name: "shelf-box",
        parent: SHELF,
        provider: CLOUD,
        inputs: { lock: "[secret]", note: "[unknown]", on: "[unknown]", room: "any" },
        dependencies: [BOARD],
        protect: false,
        custom: true,
      },
    ],
  });
  expect(terminal.lines.slice(0, 7)).toEqual([
    "fixture-small  pulumi:pulumi:Stack  4 resources",
    "  shelf  fixture:index:Shelf  2 resources",
    "    shelf-board  fixture:index:Item  protected",
    "    shelf-box  fixture:index:Item",
    "  cloud  pulumi:providers:fixture",
    "",
    "small: 5 resources, 3 of them made by a provider",
  ]);

  expect(await plan(project, STACK, recordingTerminal())).toBe(0);
  expect(readFileSync(planPath(project, STACK), "utf8")).toBe(written);
});

test("a plan that fails says why and writes nothing", async () => {
  project.edit("capacity: 3", "capacity: -1");
  const terminal = recordingTerminal();
  expect(await plan(project, STACK, terminal)).toBe(1);
  expect(terminal.lines.join("\n")).toContain("is below 0");
  expect(existsSync(planPath(project, STACK))).toBe(false);
});

test("a broken stack file is refused before anything starts", async () => {
  const broken = {
    ...project,
    cloud: "/nonexistent",
    checkStackFile: () => {
      throw new Error("every problem of the file");
    },
  };
  const terminal = recordingTerminal();
  await expect(plan(broken, STACK, terminal)).rejects.toThrow("every problem of the file");
  expect([terminal.lines, terminal.steps]).toEqual([[], []]);
});

test("an unknown stack is refused with the names of those there are", async () => {
  await expect(plan(project, "big", recordingTerminal())).rejects.toThrow(
    /no stack "big"[\s\S]*small {2}\(Pulumi\.small\.yaml\)/,
  );
});
