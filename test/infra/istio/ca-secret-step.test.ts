import { NAMESPACE_VARIABLE } from "../../../infra/istio/ca-secret-step";
import { type IstioctlAction, KUBECONFIG_VARIABLE, VERSION_VARIABLE } from "../../../infra/istio/install-script";
import { DATA, FILLED, type KubectlStandIn } from "./kubectl-stand-in";
import { ScriptFixture } from "./script-fixture";

const KUBECONFIG = "kubeconfig-that-nobody-may-read";
const environment = {
  [VERSION_VARIABLE]: "1.22.4",
  [NAMESPACE_VARIABLE]: "mesh",
  [KUBECONFIG_VARIABLE]: KUBECONFIG,
};
const ABSENT: KubectlStandIn = { keys: undefined };
const EMPTY: KubectlStandIn = { keys: [] };

const GET = [
  ...["get", "secret", "cacerts", "--namespace", "mesh", "--request-timeout", "60s", "--ignore-not-found", "--output"],
  "go-template={{.metadata.name}} {{range $key, $value := .data}}{{if $value}}{{$key}} {{end}}{{end}}",
];
const CREATE = ["create", "secret", "generic", "cacerts", "--namespace", "mesh", "--request-timeout", "60s"];
const lacks = (keys: string) =>
  `Secret cacerts in namespace mesh has no ${keys}, and istiod would start with a root of its own: have the Vault agent fill it, ` +
  "or fill it by hand (runbook CERT-009, Once, when the mesh is installed), then run pulumi up again\n";

const fixture = new ScriptFixture();
afterAll(() => fixture.remove());

function run(kubectl: KubectlStandIn | "missing", action: IstioctlAction = "install") {
  const outcome = fixture.run(action, "kind: IstioOperator\n", environment, { version: "1.22.4" }, kubectl);
  const { exitCode, output, errors, runs, kubectlRuns, leftBehind } = outcome;
  const [istioctl, kubectls] = [runs.map(({ args }) => args[0]), kubectlRuns.map(({ args }) => args)];
  return { outcome, told: { exitCode, output, errors, istioctl, kubectl: kubectls, leftBehind } };
}

describe("the Secret of the intermediate CA, before istiod starts,", () => {
  test("is made empty where there is none; and nothing is installed", () => {
    expect(run(ABSENT).told).toEqual({
      exitCode: 1,
      output: "secret/cacerts created\n",
      errors: lacks("ca-cert.pem, ca-key.pem, cert-chain.pem, root-cert.pem"),
      istioctl: [],
      kubectl: [GET, CREATE],
      leftBehind: [],
    });
  });

  test.each([
    ["empty", [], "ca-cert.pem, ca-key.pem, cert-chain.pem, root-cert.pem"],
    ["without a key", ["ca-cert.pem", "cert-chain.pem", "root-cert.pem"], "ca-key.pem"],
    ["without chain and root", ["ca-cert.pem", "ca-key.pem"], "cert-chain.pem, root-cert.pem"],
    [
      "with names that only begin alike",
      ["ca-cert.pem.old", "ca-key.pem", "cert-chain.pem", "root-cert.pem"],
      "ca-cert.pem",
    ],
    [
      "in the other form that istiod reads",
      ["tls.crt", "tls.key", "ca.crt"],
      "ca-cert.pem, ca-key.pem, cert-chain.pem, root-cert.pem",
    ],
  ])("%s, it is neither made again nor enough", (_, keys, missing) => {
    expect(run({ keys }).told).toEqual({
      exitCode: 1,
      output: "",
      errors: lacks(missing),
      istioctl: [],
      kubectl: [GET],
      leftBehind: [],
    });
  });

  test.each([
    ["with its four keys", FILLED],
    ["with a fifth", { keys: [...(FILLED.keys ?? []), "ca.crl"] }],
  ])("%s, it lets istioctl install, and is only read", (_, kubectl) => {
    expect(run(kubectl).told).toEqual({
      exitCode: 0,
      output: "stand-in: install\n",
      errors: "",
      istioctl: ["install"],
      kubectl: [GET],
      leftBehind: [],
    });
  });

  test.each([
    ["get", FILLED, "read", [GET]],
    ["create", ABSENT, "made", [GET, CREATE]],
  ] as const)("stops everything when kubectl %s fails, with kubectl's reason", (fails, secret, what, kubectl) => {
    const { told } = run({ ...secret, fails });
    expect(told).toMatchObject({ exitCode: 1, istioctl: [], kubectl, leftBehind: [] });
    expect(told.errors).toBe(
      `Error from server (Forbidden): stand-in: ${fails}\n` +
        `Secret cacerts in namespace mesh can't be ${what}, for the reason that kubectl gives; run pulumi up again when it is gone\n`,
    );
  });

  test("needs kubectl, and says what to install", () => {
    expect(run("missing").told).toEqual({
      exitCode: 1,
      output: "",
      errors:
        "kubectl is not on the PATH: install it from https://kubernetes.io/docs/tasks/tools/ on the machine that runs pulumi\n",
      istioctl: [],
      kubectl: [],
      leftBehind: [],
    });
  });
});

test("what kubectl prints of the Secret, when its template fails, is printed by nobody else", () => {
  const { output, errors } = run({ ...FILLED, fails: "get" }).outcome;
  expect(`${output}${errors}`).not.toContain(DATA);
  expect(errors).toContain("Forbidden");
});

describe("kubectl, as istioctl,", () => {
  const { outcome } = run(ABSENT);
  test.each([0, 1])("reads the kubeconfig from a file of this user alone: run %s", (index) => {
    const call = outcome.kubectlRuns[index];
    expect(call?.kubeconfig).toBe(`${KUBECONFIG}\n`);
    expect(call?.permissions).toEqual(["-rw-------", "drwx------"]);
    expect(call?.variables).not.toContain(KUBECONFIG_VARIABLE);
    expect(call?.args.join(" ")).not.toContain(KUBECONFIG);
    expect(call?.input).toBe("");
  });
});

test.each([["missing"], [FILLED], [EMPTY], [ABSENT]] as const)(
  "uninstalling leaves the Secret alone: %j",
  (kubectl) => {
    expect(run(kubectl, "uninstall").told).toMatchObject({
      exitCode: 0,
      errors: "",
      istioctl: ["uninstall"],
      kubectl: [],
    });
  },
);
