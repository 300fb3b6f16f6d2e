import { commandChanges, commandFailures, completedCommand } from "../../../sandbox/command/command-inputs";
import { type Properties, secret, UNKNOWN } from "../../../sandbox/server/properties";

test("the provider's one default is filled in, and nothing else", () => {
  expect(completedCommand({ create: "true" })).toEqual({ create: "true", addPreviousOutputInEnv: true });
  expect(completedCommand({ addPreviousOutputInEnv: false })).toEqual({ addPreviousOutputInEnv: false });
});

test.each<[string, Properties]>([
  ["nothing at all", {}],
  [
    "all that is simulated",
    {
      addPreviousOutputInEnv: false,
      create: "a",
      delete: "b",
      dir: "c",
      environment: { NAME: "value" },
      interpreter: ["/bin/sh", "-c"],
      logging: "none",
      stdin: "d",
      triggers: ["e", 1, { f: true }],
      update: "g",
    },
  ],
  ["secrets", { stdin: secret("a"), environment: { NAME: secret("value") } }],
  [
    "what is not known yet",
    { create: UNKNOWN, environment: { NAME: UNKNOWN }, interpreter: UNKNOWN, stdin: secret(UNKNOWN) },
  ],
  ["absent values", { create: null, triggers: null }],
])("%s is accepted", (_what, inputs) => {
  expect(commandFailures(inputs)).toEqual([]);
});

test.each<[string, Properties[string], string]>([
  ["create", 1, "create is a number; it has to be a string"],
  ["create", ["istioctl", "install"], "create is a list; it has to be a string"],
  ["interpreter", "/bin/sh", "interpreter is a string; it has to be a list of strings"],
  ["interpreter", ["/bin/sh", 1], "interpreter is a list of something else; it has to be a list of strings"],
  ["environment", ["A=b"], "environment is a list; it has to be a map of strings"],
  ["environment", { PORT: 80 }, "environment is a map of something else; it has to be a map of strings"],
  ["triggers", "a", "triggers is a string; it has to be a list"],
  ["addPreviousOutputInEnv", "no", "addPreviousOutputInEnv is a string; it has to be true or false"],
  ["stdin", secret(1), "stdin is a number; it has to be a string"],
  [
    "assetPaths",
    ["*.txt"],
    "assetPaths: the sandbox runs no command, so no files come of one; hand them to the program in another way",
  ],
])("%s %j is refused", (property, value, reason) => {
  expect(commandFailures({ create: "a", [property]: value })).toEqual([{ property, reason }]);
});

test("an input that there is not is refused with those that there are", () => {
  expect(commandFailures({ command: "a" })).toEqual([
    {
      property: "command",
      reason:
        "command is no input of a local command; there are addPreviousOutputInEnv, archivePaths, assetPaths, create, delete, dir, environment, interpreter, logging, stdin, triggers, update",
    },
  ]);
});

test("a refusal doesn't tell what is secret", () => {
  expect(JSON.stringify(commandFailures({ stdin: secret({ password: "1234" }) }))).not.toContain("1234");
});

const BEFORE: Properties = { create: "a", environment: { A: "1", B: secret("2") }, stdin: "c", triggers: ["t"] };

test.each<[Properties, readonly object[]]>([
  [{}, []],
  [{ create: "z" }, [{ path: ["create"], kind: "update", replaces: false }]],
  [{ delete: "z" }, [{ path: ["delete"], kind: "add", replaces: false }]],
  [{ stdin: "z" }, [{ path: ["stdin"], kind: "update", replaces: false }]],
  [{ environment: { A: "z", B: secret("2") } }, [{ path: ["environment", "A"], kind: "update", replaces: false }]],
  [{ environment: { A: "1", B: secret("z") } }, [{ path: ["environment", "B"], kind: "update", replaces: false }]],
  [{ environment: { A: "1", B: "2" } }, []],
  [{ interpreter: ["sh"] }, [{ path: ["interpreter"], kind: "add", replaces: false }]],
  [{ triggers: ["z"] }, [{ path: ["triggers", 0], kind: "update", replaces: true }]],
  [
    { triggers: ["z"], update: "u" },
    [
      { path: ["triggers", 0], kind: "update", replaces: true },
      { path: ["update"], kind: "add", replaces: false },
    ],
  ],
  [{ triggers: ["t", "z"] }, [{ path: ["triggers", 1], kind: "add", replaces: true }]],
  [{ triggers: null }, [{ path: ["triggers"], kind: "delete", replaces: true }]],
])("a change to %j", (after, changes) => {
  expect(commandChanges(BEFORE, { ...BEFORE, ...after })).toEqual(changes);
});
