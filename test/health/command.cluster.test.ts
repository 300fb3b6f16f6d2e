import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { goTool } from "../../sandbox/engine/go-tool";
import { processTerminal } from "../../sandbox/engine/terminal";
import {
  type ControlPlane,
  START_TIMEOUT_MILLISECONDS,
  startControlPlane,
} from "../cluster/control-plane/control-plane";
import { freePorts } from "../free-ports";
import { describeWithTools } from "../tools/describe-with-tools";
import { ETCD, KUBE_APISERVER, KUBECTL } from "../tools/tools";
import { kubectlEnvironment } from "./kubectl-environment";

const ROOT = resolve(__dirname, "../..");

describeWithTools([ETCD, KUBE_APISERVER, KUBECTL], "npm run health, on kube-apiserver 1.29,", () => {
  let plane: ControlPlane;
  let kubectl: string;

  beforeAll(async () => {
    kubectl = await goTool(KUBECTL, processTerminal());
    plane = await startControlPlane();
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => plane?.stop());

  /** The command, as it is typed. */
  function command(
    kubeconfig: string,
    ...args: readonly string[]
  ): Promise<{ code: number; out: string; err: string }> {
    const script = ["--require", join(ROOT, "start/register.cjs"), join(ROOT, "health/cli.ts"), ...args];
    const PATH = `${dirname(kubectl)}${delimiter}${process.env.PATH}`;
    const env = { ...process.env, ...kubectlEnvironment(plane, kubeconfig), PATH, NO_COLOR: "1" };
    return new Promise((done) => {
      execFile(process.execPath, script, { cwd: ROOT, env }, (error, out, err) => {
        done({ code: error === null ? 0 : Number(error.code), out, err });
      });
    });
  }

  test("misses in an empty cluster what the manifests of prod have", async () => {
    const { code, out } = await command(plane.kubeconfigFile, "--stack", "prod", "--context", "control-plane");
    expect(code).toBe(1);
    expect(out).toMatch(/^prod at https:\/\/127\.0\.0\.1:\d+ \(context control-plane\), /);
    expect(out).toMatch(
      /^finding +workloads +Deployment redis-system\/redis-operator +in the cluster, as in the manifests +not there$/m,
    );
    expect(out).toMatch(/^not checked +Prometheus +\/-\/healthy +is Healthy +not in this stack's manifests$/m);
    expect(out).toMatch(/^ok +API server +version +1\.29 +v1\.29\.15$/m);
  });

  test("gives a program the rows", async () => {
    const { code, out } = await command(plane.kubeconfigFile, "--stack", "prod", "--json");
    const report = JSON.parse(out);
    expect([code, report.version, report.stack, report.context]).toEqual([1, 1, "prod", "control-plane"]);
    expect(report.rows).toContainEqual({
      check: "API server",
      subject: "/readyz",
      expected: "ok",
      found: "ok",
      verdict: "as expected",
    });
  });

  test("has one error for a cluster that can't be reached", async () => {
    const config = JSON.parse(readFileSync(plane.kubeconfigFile, "utf8"));
    const [port] = await freePorts(1);
    config.clusters[0].cluster.server = `https://127.0.0.1:${port}`;
    const file = join(plane.folder, "gone.json");
    writeFileSync(file, JSON.stringify(config));
    const { code, out, err } = await command(file, "--stack", "prod");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("The cluster of stack prod doesn't answer. kubectl get --raw /version says:\n");
    expect(err).toContain(`The connection to the server 127.0.0.1:${port} was refused`);
    expect(err).toMatch(/aws eks update-kubeconfig --name \S+ --region \S+\n$/);
  });
});
