import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { grafanaDeployment } from "../../../../charts/lab/monitoring/grafana";
import { lab } from "../lab-fixture";

const [container] = grafanaDeployment(lab()).spec?.template.spec?.initContainers ?? [];
const [, flags = "", script = ""] = container?.command ?? [];

/** What the container's command writes, in a folder of its own. */
function made(): { readonly text: string; readonly mode: number } {
  const folder = mkdtempSync(join(tmpdir(), "password-"));
  try {
    execFileSync("/bin/sh", [flags, script.replaceAll("/run/grafana-admin", folder)]);
    const file = join(folder, "password");
    return { text: readFileSync(file, "utf8").trim(), mode: statSync(file).mode & 0o777 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the password that Grafana's pod makes", () => {
  test("is of 24 bytes, and its owner's alone", () => {
    const { text, mode } = made();
    expect(Buffer.from(text, "base64")).toHaveLength(24);
    expect(mode).toBe(0o600);
  });

  test("is another one each time", () => {
    expect(made().text).not.toBe(made().text);
  });
});
