import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { toolsFolder } from "./tool-cache";
import { UserError } from "./user-error";

/**
 * Version of the CLI that the npm launcher gets. The launcher has no version as old as the SDK that this project pins for Node.js 20; a newer CLI runs an older SDK.
 */
export const LAUNCHER_VERSION = "3.250.0";

/** Longest time for the launcher and its download of about 100 MB. */
export const LAUNCHER_SECONDS = 300;

/** Folder of the CLI's installation by the launcher, with `bin/pulumi` below it. It is ours: nothing is written to `~/.pulumi`. */
export function launcherRoot(tools = toolsFolder()): string {
  return join(tools, "launcher", "versions", LAUNCHER_VERSION);
}

/** Whether the launcher has been here before. */
export function isLaunched(root = launcherRoot()): boolean {
  return existsSync(join(root, "bin", "pulumi"));
}

/**
 * Has the npm launcher download the CLI from its vendor, with the language plugins beside it.
 * @throws UserError with the launcher's last words, such as that the vendor's site can't be reached
 */
export async function launch(root = launcherRoot()): Promise<string> {
  const env = {
    ...process.env,
    PULUMI_HOME: join(root, "..", ".."),
    PULUMI_VERSION: LAUNCHER_VERSION,
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  await new Promise<void>((resolve, reject) => {
    const args = ["--yes", `pulumi@${LAUNCHER_VERSION}`, "version"];
    execFile("npx", args, { env, timeout: LAUNCHER_SECONDS * 1000 }, (error, _stdout, stderr) => {
      if (error === null) return resolve();
      const said = error.killed ? `no answer within ${LAUNCHER_SECONDS} s` : lastLine(stderr) || error.message;
      reject(new UserError(`npx pulumi@${LAUNCHER_VERSION} failed: ${said}`));
    });
  });
  return root;
}

function lastLine(text: string): string {
  return (
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("npm warn"))
      .at(-1) ?? ""
  );
}
