import { readFileSync } from "node:fs";
import { type OperateOptions, type Operation, operate } from "../../../sandbox/commands/operate";
import { plan, planPath } from "../../../sandbox/commands/plan";
import { recordingTerminal } from "../../sandbox/engine/recording-terminal";
import { type MeshProject, meshProject, STACK } from "./fixture/project";

const COMMAND = 'command:local:Command "istio-istioctl"';
const KUBECONFIG = "kubeconfig-that-nobody-may-read";

let mesh: MeshProject;
beforeAll(() => {
  mesh = meshProject();
});
afterAll(() => mesh.remove());

/** Runs an operation; gives its exit code and its lines without the time taken, which ends the last one. */
async function run(operation: Operation, options: OperateOptions = {}) {
  const terminal = recordingTerminal();
  const code = await operate(operation, mesh, STACK, terminal, options);
  return { code, lines: terminal.lines.map((line) => line.replace(/ in [\d.]+ s$/, "")) };
}

/** Identities of what exists: a resource that is replaced gets another one. */
const ids = () => mesh.objects().map(({ id }) => id);

test("a plan shows the operator and the version, and the kubeconfig as a secret", async () => {
  const terminal = recordingTerminal();
  expect(await plan(mesh, STACK, terminal)).toBe(0);
  const text = readFileSync(planPath(mesh, STACK), "utf8");
  const { resources } = JSON.parse(text) as { resources: { type: string; inputs: Record<string, unknown> }[] };
  const command = resources.find(({ type }) => type === "command:local:Command");
  expect(command?.inputs).toMatchObject({
    create: "install",
    delete: "uninstall",
    stdin: "kind: IstioOperator",
    environment: { ISTIO_VERSION: "1.22.4", ISTIO_NAMESPACE: "mesh", KUBECONFIG_CONTENT: "[secret]" },
  });
  expect(`${text}${terminal.lines.join("\n")}`).not.toContain(KUBECONFIG);
});

// One story, told in order: each test goes on from the state in which the one before left the stack.
describe("the life of a mesh", () => {
  test("up creates one command, which is never run", async () => {
    const { code, lines } = await run("up");
    expect([code, lines.at(-1)]).toEqual([0, "small: 4 created"]);
    expect(lines).toContain(`+ ${COMMAND}`);
    expect(mesh.objects()).toMatchObject([
      { provider: "command", type: "command:local:Command", outputs: { stdout: "", stderr: "" } },
    ]);
    expect(ids()[0]).toMatch(/^istio-istioctl[0-9a-f]{8}$/);
  });

  test("a second up changes nothing", async () => {
    expect(await run("up", { expectNoChanges: true })).toEqual({ code: 0, lines: ["small: no changes"] });
  });

  test("what the engine keeps has neither the kubeconfig nor the output in plain text", () => {
    const texts = mesh.stateFiles();
    expect(texts.filter((text) => text.includes(KUBECONFIG))).toEqual([]);
    const secret = /"stdout":\s*\{\s*"4dabf18193072939515e22adb298388d":\s*"1b47061264138c4ac30d75fd1eb44270"/;
    expect(texts.some((text) => secret.test(text))).toBe(true);
  });

  test.each([
    ["operator", "kind: IstioOperator", "kind: IstioOperator # changed", "stdin"],
    ["version", "version: 1.22.4", "version: 1.22.5", "environment.ISTIO_VERSION"],
  ])("another %s is one update in place", async (_what, from, to, property) => {
    const before = ids();
    mesh.edit(from, to);
    const change = `~ ${COMMAND}  ${property}`;
    expect(await run("up")).toEqual({ code: 0, lines: [change, "small: 1 updated"] });
    expect(ids()).toEqual(before);
  });

  test("refresh finds no drift: the provider can't look", async () => {
    expect(await run("refresh", { expectNoChanges: true })).toEqual({ code: 0, lines: ["small: no changes"] });
  });

  test("a trigger, which the component has none of, would replace", async () => {
    mesh.edit('trigger: ""', "trigger: changed");
    expect(await run("preview")).toEqual({
      code: 0,
      lines: [`± ${COMMAND}  triggers (replaces)`, "small: 1 to replace"],
    });
    mesh.edit("trigger: changed", 'trigger: ""');
  });

  test("destroy deletes it", async () => {
    const { code, lines } = await run("destroy");
    expect([code, lines.at(-1)]).toEqual([0, "small: 4 deleted"]);
    expect(mesh.objects()).toEqual([]);
  });
});
