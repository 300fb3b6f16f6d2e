import { isNewEnough, parseVersion } from "../../../sandbox/engine/cli-version";
import { type CliSources, cliRoot } from "../../../sandbox/engine/pulumi-cli";
import { errorText, UserError } from "../../../sandbox/engine/user-error";

test.each([
  ["v3.248.0", true],
  ["3.248.1", true],
  ["3.250.0-alpha.1", true],
  ["3.247.9", false],
  ["2.300.0", false],
  ["4.0.0", false],
  ["of unknown version", false],
])("a CLI %s is new enough for SDK 3.248.0: %s", (version, enough) => {
  expect(isNewEnough(version, "3.248.0")).toBe(enough);
});

test("a patch counts within its minor version only", () => {
  expect(isNewEnough("3.249.0", "3.248.7")).toBe(true);
  expect(parseVersion("v3.248.0")).toEqual([3, 248, 0]);
});

/** Sources that all fail, each in its way, and the list of those that were asked. */
function sources(more: Partial<CliSources> = {}) {
  const asked: string[] = [];
  const failing = (name: string) => async (): Promise<string> => {
    asked.push(name);
    throw new UserError(`${name} failed`);
  };
  const all: CliSources = {
    onPath: failing("path"),
    cached: () => undefined,
    launched: failing("launcher"),
    built: failing("go"),
    ...more,
  };
  return { all, asked };
}

test("the CLI of the PATH is taken when it is new enough, and nothing else is asked", async () => {
  const { all, asked } = sources({ onPath: async () => "3.249.0" });
  expect(await cliRoot(all, "3.248.0")).toBeUndefined();
  expect(asked).toEqual([]);
});

test("what an earlier run got comes before the network, the launcher before the build", async () => {
  const cached = sources({ cached: () => "/cached" });
  expect(await cliRoot(cached.all, "3.248.0")).toBe("/cached");
  expect(cached.asked).toEqual(["path"]);
  const launched = sources({ onPath: async () => "3.1.0", launched: async () => "/launched" });
  expect(await cliRoot(launched.all, "3.248.0")).toBe("/launched");
  const built = sources({ built: async () => "/built" });
  expect(await cliRoot(built.all, "3.248.0")).toBe("/built");
  expect(built.asked).toEqual(["path", "launcher"]);
});

test("when no way works, one error says why each failed and how to mend it", async () => {
  const { all } = sources({ onPath: async () => "3.1.0" });
  const error = await cliRoot(all, "3.248.0").catch((thrown: unknown) => thrown);
  expect(errorText(error)).toBe(
    [
      "The Pulumi CLI could not be had in any of three ways:",
      "  on the PATH: version 3.1.0; needed is 3.x, 3.248.0 or newer",
      "  by its npm launcher: launcher failed",
      "  built from its Go module: go failed",
      "To mend it, do one of these: install the Pulumi CLI 3.248.0 or newer and put it on the PATH; allow this machine to reach the vendor's download site;",
      "or install Go (the version that go.mod names or newer) with a module proxy that it can reach.",
    ].join("\n"),
  );
});

test("a mistake of ours in one of the ways is not taken for a way that does not work", async () => {
  const { all } = sources({
    launched: async () => {
      throw new TypeError("ours");
    },
  });
  await expect(cliRoot(all, "3.248.0")).rejects.toThrow(TypeError);
});
