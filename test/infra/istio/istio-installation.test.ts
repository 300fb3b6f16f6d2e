import { Command } from "@pulumi/command/local";
import * as pulumi from "@pulumi/pulumi";
import { INSTALLATION_WAVES, istioctlScript, READINESS_TIMEOUT_SECONDS } from "../../../infra/istio/install-script";
import {
  INSTALL_TIMEOUT_MINUTES,
  IstioInstallation,
  type IstioInstallationArgs,
} from "../../../infra/istio/istio-installation";
import { secret } from "../../../sandbox/server/properties";
import { recordGraph } from "../recorded-graph";

const COMMAND = "command:local:Command";

/** What the engine is asked for beside inputs. */
interface Request {
  getType(): string;
  getDeletebeforereplace(): boolean;
  getReplaceonchangesList(): string[];
  getAdditionalsecretoutputsList(): string[];
  getCustomtimeouts(): { getCreate(): string; getUpdate(): string; getDelete(): string } | undefined;
  getObject(): { toJavaScript(): Record<string, unknown> } | undefined;
}

class Earlier extends pulumi.CustomResource {
  constructor(name: string) {
    super("test:index:Earlier", name, {});
  }
}

const args = (): IstioInstallationArgs => ({
  version: "1.22.4",
  namespace: "mesh",
  operator: "kind: IstioOperator\n",
  kubeconfig: "not for every eye",
  after: [new Earlier("node"), new Earlier("namespace")],
});

/** Runs a program, and keeps what it asks of the engine for its one command, word by word. */
async function requested(program: () => unknown) {
  const requests: Request[] = [];
  const { graph } = await recordGraph(() => {
    const monitor = pulumi.runtime.getMonitor() as unknown as {
      registerResource(request: Request, callback: unknown): unknown;
    };
    const register = monitor.registerResource;
    monitor.registerResource = (request, callback) => {
      requests.push(request);
      return register(request, callback);
    };
    return program();
  });
  const request = requests.find((one) => one.getType() === COMMAND);
  if (request === undefined) throw new Error(`no ${COMMAND} among ${requests.map((one) => one.getType()).join(", ")}`);
  return { graph, request };
}

const registered = () => requested(() => new IstioInstallation("istio", args()));

test("is one command: install on creation and on every change, uninstall on deletion", async () => {
  const { graph } = await registered();
  expect(graph.all.map(({ type, name }) => `${type} ${name}`)).toEqual([
    "vantage:istio:IstioInstallation istio",
    "test:index:Earlier node",
    "test:index:Earlier namespace",
    `${COMMAND} istio-istioctl`,
  ]);
  expect(graph.find(COMMAND, "istio-istioctl").inputs).toEqual({
    interpreter: ["/bin/sh", "-c", istioctlScript(), "istio"],
    create: "install",
    update: "install",
    delete: "uninstall",
    // The mocks see a map with a secret in it as a secret.
    environment: secret({ ISTIO_VERSION: "1.22.4", ISTIO_NAMESPACE: "mesh", KUBECONFIG_CONTENT: "not for every eye" }),
    stdin: "kind: IstioOperator\n",
    logging: "stdoutAndStderr",
    addPreviousOutputInEnv: false,
  });
});

test("waits for everything it is told to wait for", async () => {
  const { graph } = await registered();
  expect(graph.find(COMMAND, "istio-istioctl").stated).toEqual([
    "test:index:Earlier node",
    "test:index:Earlier namespace",
  ]);
});

test("keeps kubeconfig and output secret", async () => {
  const { request } = await registered();
  expect(request.getObject()?.toJavaScript().environment).toEqual({
    ISTIO_VERSION: "1.22.4",
    ISTIO_NAMESPACE: "mesh",
    KUBECONFIG_CONTENT: secret("not for every eye"),
  });
  expect(request.getAdditionalsecretoutputsList()).toEqual(["stdout", "stderr"]);
});

test("would, if it were replaced, uninstall before it installs", async () => {
  const { request } = await registered();
  expect(request.getDeletebeforereplace()).toBe(true);
});

test("is given the time for every wave to become ready", async () => {
  const { request } = await registered();
  const timeouts = request.getCustomtimeouts();
  expect([timeouts?.getCreate(), timeouts?.getUpdate(), timeouts?.getDelete()]).toEqual(["40m", "40m", "15m"]);
  expect(INSTALL_TIMEOUT_MINUTES * 60).toBeGreaterThan(INSTALLATION_WAVES * READINESS_TIMEOUT_SECONDS);
});

test.each(["", " \n"])("the operator %j is refused before anything is registered", async (operator) => {
  await expect(recordGraph(() => new IstioInstallation("istio", { ...args(), operator }))).rejects.toThrow(
    "istio: the IstioOperator is empty; give the text that the charts render for istioctl",
  );
});

test("the SDK asks for replacement when triggers change, with an update command too: so there are none", async () => {
  const other = await requested(() => new Command("other", { create: "true", update: "true", triggers: ["a"] }));
  expect(other.request.getReplaceonchangesList()).toEqual(["triggers[*]"]);
  const { graph } = await registered();
  expect(Object.keys(graph.find(COMMAND, "istio-istioctl").inputs)).not.toContain("triggers");
});
