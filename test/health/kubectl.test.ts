import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kubectlCall, kubectlReader } from "../../health/kubectl";
import { UserError } from "../../sandbox/engine/user-error";

test("shows a call as it would be typed", () => {
  expect(kubectlCall({}, ["get", "nodes"])).toBe("kubectl get nodes");
  expect(kubectlCall({ context: "shop" }, ["get", "nodes"])).toBe("kubectl --context shop get nodes");
});

test("says what is missing where there is no kubectl", async () => {
  const attempt = kubectlReader({ program: "no-such-kubectl" }).raw("/version");
  await expect(attempt).rejects.toThrow(UserError);
  await expect(attempt).rejects.toThrow("There is no no-such-kubectl on the PATH. Install kubectl, at most one minor");
});

describe("with a program that says what kubectl would", () => {
  const folder = mkdtempSync(join(tmpdir(), "kubectl-"));
  const program = join(folder, "kubectl");
  afterAll(() => rmSync(folder, { recursive: true }));
  const saying = (script: string, context?: string) => {
    writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return kubectlReader({ program, ...(context === undefined ? {} : { context }) });
  };

  test("asks in the context that is named, and in the current one where none is", async () => {
    expect(await saying('echo "$@"', "shop").raw("/readyz")).toBe(
      "--request-timeout=20s --context=shop get --raw /readyz\n",
    );
    expect(await saying('echo "$@"').raw("/readyz")).toBe("--request-timeout=20s get --raw /readyz\n");
  });

  test.each([
    ["an object", "Error from server (NotFound): the server could not find the requested resource", true],
    ["a kind", `error: the server doesn't have a resource type "certificates"`, true],
    ["a right", "Error from server (Forbidden): nodes is forbidden", false],
  ])("knows what is absent from what is refused: %s", async (_, message, absent) => {
    await expect(saying(`echo '${message.replaceAll("'", `'"'"'`)}' >&2; exit 1`).raw("/x")).rejects.toMatchObject({
      name: "ReadFailure",
      message,
      absent,
    });
  });

  test("tells what kubectl says in full, without its log", async () => {
    const log = "E1121 20:13:43.123456   12345 memcache.go:265] couldn't get current server API group list";
    const said = "Unable to connect to the server: exec: aws not found\n\nIt looks like a plugin is not installed.";
    writeFileSync(join(folder, "said"), `${log}\n${said}\n`);
    await expect(saying(`cat ${join(folder, "said")} >&2; exit 1`).raw("/x")).rejects.toMatchObject({
      message: "Unable to connect to the server: exec: aws not found It looks like a plugin is not installed.",
    });
  });

  test("has no address where kubectl has no context", async () => {
    expect(await saying("echo 'error: current-context must exist' >&2; exit 1").address()).toEqual({
      context: "",
      cluster: "",
      server: "",
    });
  });
});
