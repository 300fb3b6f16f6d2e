import { NAMESPACE_VARIABLE } from "../../../infra/istio/ca-secret-step";
import { type IstioctlAction, KUBECONFIG_VARIABLE, VERSION_VARIABLE } from "../../../infra/istio/install-script";
import type { IstioctlStandIn } from "./istioctl-stand-in";
import { ScriptFixture } from "./script-fixture";

const OPERATOR = "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n  profile: default\n";
// What a shell would make something of, were it ever read as shell code.
const KUBECONFIG = '{"users":[{"name":"$(exit 9) `exit 9` \'quoted\' %s \\\\n"}]}';
const environment = {
  [VERSION_VARIABLE]: "1.22.4",
  [NAMESPACE_VARIABLE]: "mesh",
  [KUBECONFIG_VARIABLE]: KUBECONFIG,
};
const MEND =
  "install istioctl 1.22.4 from https://github.com/istio/istio/releases/tag/1.22.4 on the machine that runs pulumi, first on its PATH";

const fixture = new ScriptFixture();
afterAll(() => fixture.remove());

const run = (action: IstioctlAction | "", istioctl: IstioctlStandIn | undefined, stdin = OPERATOR) =>
  fixture.run(action, stdin, environment, istioctl);

describe("the right istioctl", () => {
  test("installs from the operator, verifies, and waits ten minutes for each wave", () => {
    const { exitCode, output, errors, runs } = run("install", { version: "1.22.4" });
    expect({ exitCode, output, errors }).toEqual({ exitCode: 0, output: "stand-in: install\n", errors: "" });
    expect(runs.map(({ args }) => args)).toEqual([
      [
        "install",
        "--filename",
        "FOLDER/istio-operator.yaml",
        "--skip-confirmation",
        "--verify",
        "--readiness-timeout",
        "600s",
      ],
    ]);
    expect(runs[0]?.operator).toBe(OPERATOR);
  });

  test("uninstalls everything, definitions included, and needs no operator for it", () => {
    const { exitCode, runs } = run("uninstall", { version: "1.22.4" }, "");
    expect(exitCode).toBe(0);
    expect(runs.map(({ args }) => args)).toEqual([["uninstall", "--purge", "--skip-confirmation"]]);
  });

  test("is also known by the words with which later releases tell their version", () => {
    expect(run("install", { version: "client version: 1.22.4" }).runs).toHaveLength(1);
  });
});

describe.each(["install", "uninstall"] as const)("before it is asked to %s", (action) => {
  test("a missing istioctl is refused, with what to install", () => {
    const { exitCode, errors, runs, leftBehind } = run(action, undefined);
    expect(errors).toBe(`istioctl is not on the PATH: ${MEND}\n`);
    expect({ exitCode, runs, leftBehind }).toEqual({ exitCode: 1, runs: [], leftBehind: [] });
  });

  test.each([
    ["1.22.5", "1.22.5"],
    ["1.22.40", "1.22.40"],
    ["client version: 1.24.0", "1.24.0"],
    [undefined, "of no version that it tells"],
  ])("an istioctl that says %s is refused, with what to install", (version, told) => {
    const { exitCode, errors, runs, leftBehind } = run(action, version === undefined ? {} : { version });
    expect(errors).toBe(
      `BIN/istioctl is ${told}, and vantage:istio.version is 1.22.4: ${MEND}, or change the version\n`,
    );
    expect({ exitCode, runs, leftBehind }).toEqual({ exitCode: 1, runs: [], leftBehind: [] });
  });
});

describe.each(["install", "uninstall"] as const)("the kubeconfig, while it is asked to %s", (action) => {
  const { runs, leftBehind, output, errors } = run(action, { version: "1.22.4" });

  test("is a file of this user alone, in a folder of this user alone", () => {
    expect(runs[0]?.kubeconfig).toBe(`${KUBECONFIG}\n`);
    expect(runs[0]?.permissions).toEqual(["-rw-------", "drwx------"]);
  });

  test("is on no command line, in no variable, in no output, and gone afterwards", () => {
    expect(runs[0]?.args.filter((argument) => argument.includes("users"))).toEqual([]);
    expect(runs[0]?.variables).toContain("KUBECONFIG");
    expect(runs[0]?.variables).not.toContain(KUBECONFIG_VARIABLE);
    expect(`${output}${errors}`).not.toContain("users");
    expect(leftBehind).toEqual([]);
  });

  test("is all that istioctl gets: nothing waits on its standard input", () => {
    expect(runs[0]?.input).toBe("");
  });
});

describe("failures", () => {
  test.each(["install", "uninstall"] as const)(
    "istioctl's own exit code ends %s, and nothing is left behind",
    (action) => {
      const { exitCode, runs, leftBehind } = run(action, { version: "1.22.4", exitCode: 42 });
      expect({ exitCode, runs: runs.length, leftBehind }).toEqual({ exitCode: 42, runs: 1, leftBehind: [] });
    },
  );

  test.each([
    ["HUP", 129],
    ["INT", 130],
    ["TERM", 143],
  ])("a SIG%s in the middle leaves nothing behind", (signal, code) => {
    const { exitCode, leftBehind } = run("install", { version: "1.22.4", last: `kill -${signal} "$PPID"` });
    expect({ exitCode, leftBehind }).toEqual({ exitCode: code, leftBehind: [] });
  });

  test("no operator is refused, because istioctl would install its default profile", () => {
    const { exitCode, errors, runs, leftBehind } = run("install", { version: "1.22.4" }, "");
    expect(errors).toBe("there is no IstioOperator on standard input: istioctl would install its default profile\n");
    expect({ exitCode, runs, leftBehind }).toEqual({ exitCode: 1, runs: [], leftBehind: [] });
  });

  test("an unknown action is refused", () => {
    const { exitCode, errors, runs } = run("", { version: "1.22.4" });
    expect(errors).toBe('no action "": it is install or uninstall\n');
    expect({ exitCode, runs }).toEqual({ exitCode: 1, runs: [] });
  });

  test.each([VERSION_VARIABLE, NAMESPACE_VARIABLE, KUBECONFIG_VARIABLE])("a missing %s is refused", (name) => {
    const rest = Object.fromEntries(Object.entries(environment).filter(([key]) => key !== name));
    const { exitCode, errors, runs, leftBehind } = fixture.run("install", OPERATOR, rest, { version: "1.22.4" });
    expect(exitCode).not.toBe(0);
    expect(errors).toContain(name);
    expect({ runs, leftBehind }).toEqual({ runs: [], leftBehind: [] });
  });
});
