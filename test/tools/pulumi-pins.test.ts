import { readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "@pulumi/pulumi/version";
import { isNewEnough } from "../../sandbox/engine/cli-version";
import { PULUMI_GO_TOOL } from "../../sandbox/engine/pulumi-cli";
import { LAUNCHER_VERSION } from "../../sandbox/engine/pulumi-launcher";

const goMod = readFileSync(join(PULUMI_GO_TOOL.moduleFolder, "go.mod"), "utf8");
const goSum = readFileSync(join(PULUMI_GO_TOOL.moduleFolder, "go.sum"), "utf8");

test("the CLI that is built has the version of the SDK, and calls itself so", () => {
  expect(goMod).toContain(`github.com/pulumi/pulumi/pkg/v3 v${version}`);
  expect(PULUMI_GO_TOOL.ldflags).toContain(`version.Version=v${version}`);
});

test("its content is pinned by hash", () => {
  expect(goSum).toMatch(new RegExp(`^github\\.com/pulumi/pulumi/pkg/v3 v${version.replaceAll(".", "\\.")} h1:`, "m"));
});

test("it asks for no newer Go than its modules do", () => {
  expect(/^go (.*)$/m.exec(goMod)?.[1]).toBe("1.25.11");
  expect(goMod).not.toMatch(/^toolchain/m);
});

test("the CLI that the launcher downloads is new enough for the SDK", () => {
  expect(isNewEnough(LAUNCHER_VERSION, version)).toBe(true);
});
