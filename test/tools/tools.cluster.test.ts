import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { goTool } from "../../sandbox/engine/go-tool";
import { processTerminal } from "../../sandbox/engine/terminal";
import { START_TIMEOUT_MILLISECONDS } from "../cluster/control-plane/control-plane";
import { describeWithTools } from "./describe-with-tools";
import { ETCD, KUBE_APISERVER, KUBECTL, type PinnedTool } from "./tools";

describeWithTools([ETCD, KUBE_APISERVER, KUBECTL], "the tools of the control plane", () => {
  async function reported(tool: PinnedTool, ...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(
      await goTool(tool, processTerminal()),
      args.length === 0 ? ["--version"] : args,
    );
    return stdout.split("\n")[0] ?? "";
  }

  test(
    "etcd reports its pinned version",
    async () => {
      expect(await reported(ETCD)).toBe("etcd Version: 3.5.16");
    },
    START_TIMEOUT_MILLISECONDS,
  );

  test(
    "kubectl reports its pinned version",
    async () => {
      expect(await reported(KUBECTL, "version", "--client")).toBe("Client Version: v1.29.15");
    },
    START_TIMEOUT_MILLISECONDS,
  );

  test(
    "kube-apiserver reports its pinned version",
    async () => {
      expect(await reported(KUBE_APISERVER)).toBe("Kubernetes v1.29.15");
    },
    START_TIMEOUT_MILLISECONDS,
  );
});
