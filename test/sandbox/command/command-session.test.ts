import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandProvider } from "../../../sandbox/command/command-provider";
import { secret, UNKNOWN } from "../../../sandbox/server/properties";
import { FaultPlan } from "../../../sandbox/store/faults";
import { CommandFixture, identity } from "./command-fixture";

let commands: CommandFixture;

beforeEach(() => {
  commands = new CommandFixture();
});

test("stands in for the release that is installed", () => {
  const { version } = require("@pulumi/command/package.json") as { version: string };
  expect(commandProvider(commands.store, new FaultPlan([])).version).toBe(version);
});

test("no command is ever run", async () => {
  const folder = mkdtempSync(join(tmpdir(), "never-"));
  const file = join(folder, "written");
  const touch = `touch ${file}`;
  const made = await commands.make({ create: touch, update: touch, delete: touch, stdin: "a" });
  await commands.session.update(identity(), made.id, { ...made.inputs, stdin: "b" }, false);
  await commands.session.delete(identity(), made.id);
  expect(existsSync(file)).toBe(false);
  rmSync(folder, { recursive: true });
});

describe("create", () => {
  test("the id is the name and eight digits, another one each time", async () => {
    const first = await commands.make({ create: "a" }, "mesh");
    expect(first.id).toMatch(/^mesh[0-9a-f]{8}$/);
    await commands.session.delete(identity("mesh"), first.id);
    const second = await commands.make({ create: "a" }, "mesh");
    expect(second.id).toMatch(/^mesh[0-9a-f]{8}$/);
    expect(second.id).not.toBe(first.id);
  });

  test("the state is the inputs, and output of which there is none; what is secret stays so", async () => {
    const { state } = await commands.make({ create: "a", environment: { A: secret("1") } });
    expect(state).toEqual({
      create: "a",
      environment: { A: secret("1") },
      addPreviousOutputInEnv: true,
      stdout: "",
      stderr: "",
    });
  });

  test("a preview makes nothing, and doesn't know what would be printed", async () => {
    expect(await commands.session.create(identity(), { create: "a" }, true)).toEqual({
      id: "",
      properties: { create: "a", stdout: UNKNOWN, stderr: UNKNOWN },
    });
    expect(commands.store.objects("command")).toEqual([]);
  });
});

describe("life", () => {
  test("an update keeps the id; what was there before is gone", async () => {
    const made = await commands.make({ create: "a", stdin: "old" });
    const inputs = { create: "a", addPreviousOutputInEnv: true };
    expect(await commands.session.update(identity(), made.id, inputs, false)).toEqual({
      ...inputs,
      stdout: "",
      stderr: "",
    });
    expect(commands.store.objects("command").map(({ id, inputs: kept }) => [id, kept])).toEqual([[made.id, inputs]]);
  });

  test("the preview of an update changes nothing, and doesn't know what would be printed", async () => {
    const made = await commands.make({ create: "a" });
    expect(await commands.session.update(identity(), made.id, { create: "b" }, true)).toEqual({
      create: "b",
      stdout: UNKNOWN,
      stderr: UNKNOWN,
    });
    expect(commands.store.objects("command")[0]?.inputs).toEqual(made.inputs);
  });

  test("reading finds what was made, until it is deleted", async () => {
    const made = await commands.make({ create: "a" });
    expect(await commands.session.read(identity(), made.id)).toEqual({
      id: made.id,
      inputs: made.inputs,
      properties: made.state,
    });
    await commands.session.delete(identity(), made.id);
    expect(await commands.session.read(identity(), made.id)).toBe(undefined);
    await expect(commands.session.update(identity(), made.id, made.inputs, false)).rejects.toThrow(
      `command:local:Command ${made.id} no longer exists; run refresh`,
    );
  });

  test("triggers replace, and the old command goes after the new one", async () => {
    const made = await commands.make({ create: "a", update: "b", triggers: ["1"] });
    expect(commands.diff(made, { create: "a", update: "b", triggers: ["2"] })).toEqual({
      changes: [{ path: ["triggers", 0], kind: "update", replaces: true }],
      deleteBeforeReplace: false,
    });
  });

  test.each(["create", "read", "update", "delete"] as const)("a fault strikes %s", async (operation) => {
    commands = new CommandFixture([{ action: "fail", nth: 1, operation }]);
    const life = async () => {
      const made = await commands.make({ create: "a" });
      await commands.session.read(identity(), made.id);
      await commands.session.update(identity(), made.id, made.inputs, false);
      await commands.session.delete(identity(), made.id);
    };
    await expect(life()).rejects.toThrow(`simulated fault: ${operation} number 1 fails`);
  });

  test("what hangs ends when the engine cancels", async () => {
    commands = new CommandFixture([{ action: "hang", nth: 1, operation: "create" }]);
    const making = commands.make({ create: "a" });
    commands.session.cancel();
    await expect(making).rejects.toThrow("create number 1 hung until it was cancelled");
  });
});

describe("what is not simulated", () => {
  test.each(["command:remote:Command", "command:remote:CopyToRemote"])("%s is refused", (type) => {
    expect(() => commands.session.check(identity("it", type), {}, {})).toThrow(
      `the sandbox doesn't simulate ${type}, which reaches for another machine; use command:local:Command`,
    );
  });

  test("a function that runs a command is refused", () => {
    expect(() => commands.session.invoke("command:local:run")).toThrow(
      "command:local:run runs a command while planning, and the sandbox runs none; make it a command:local:Command",
    );
  });
});

test("there is no configuration to differ in", () => {
  expect(commands.session.diffConfig()).toEqual({ changes: [], deleteBeforeReplace: false });
});
