import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";

const REPOSITORY = resolve(__dirname, "../..");

/** A stack that is there; the command needs one even to be told that a minor is none. */
const STACK = readdirSync(REPOSITORY).flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])[0] ?? "";

function run(...args: readonly string[]) {
  const command = ["--require", "./start/register.cjs", "upgrade/cli.ts", ...args];
  const env = { ...process.env, NO_COLOR: "1" };
  return spawnSync(process.execPath, command, { cwd: REPOSITORY, env, encoding: "utf8" });
}

describe("npm run upgrade-path", () => {
  it("prints the steps, and fails where one can't be done", () => {
    const { status, stdout, stderr } = run("--stack", "prod", "--to", "1.30");
    expect(stderr).toBe("");
    expect(stdout).toContain("prod: Kubernetes 1.29 to 1.30");
    expect(stdout).toContain("impossible EKS 1.29: EKS ended its support of 1.30 on 2026-07-23");
    expect(status).toBe(1);
  });

  it("says what is wrong with a minor, without a stack trace", () => {
    const { status, stdout, stderr } = run("--stack", STACK, "--to", "2.0");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(
      /^--to is "2\.0", which config\/reference\/version-support\.ts doesn't know; it knows [^\n]+\n$/,
    );
  });

  it("says how it is used when it isn't told where to go", () => {
    const { status, stdout } = run("--stack", STACK);
    expect(status).toBe(1);
    expect(stdout).toContain("--to MINOR      the minor to go to, such as 1.35");
  });
});
