import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { version as SDK_VERSION } from "@pulumi/pulumi/version";
import { isNewEnough } from "./cli-version";
import { type GoTool, goTool, goToolPath } from "./go-tool";
import { isLaunched, launch, launcherRoot } from "./pulumi-launcher";
import type { Terminal } from "./terminal";
import { UserError } from "./user-error";

/** The CLI as its Go module, at the version of the SDK. */
export const PULUMI_GO_TOOL: GoTool = {
  name: "pulumi",
  moduleFolder: resolve(__dirname, "../../test/tools/pulumi"),
  package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  // Unset, the CLI calls itself a development build and the Automation API refuses it.
  ldflags: `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${SDK_VERSION}`,
  duration: "about three minutes",
};

/** The ways to come by a CLI; each gives the folder above `bin/pulumi`, or `undefined` for the CLI on the PATH, and throws when it does not lead anywhere. */
export interface CliSources {
  readonly onPath: () => Promise<string>;
  readonly cached: () => string | undefined;
  readonly launched: () => Promise<string>;
  readonly built: () => Promise<string>;
}

/**
 * The Pulumi CLI: from the PATH when it is new enough, else what an earlier run got, else by the npm launcher, else built from its Go module.
 * @throws UserError that says of each way why it failed
 */
export async function pulumiCli(terminal: Terminal): Promise<PulumiCommand> {
  const root = await cliRoot(
    {
      onPath: async () =>
        (await PulumiCommand.get({ skipVersionCheck: true })).version?.version ?? "of unknown version",
      cached: cachedRoot,
      launched: async () => {
        terminal.progress("Downloading the Pulumi CLI by its npm launcher (once)");
        return launch();
      },
      built: async () => dirname(dirname(await goTool(PULUMI_GO_TOOL, terminal))),
    },
    SDK_VERSION,
  );
  return PulumiCommand.get(root === undefined ? {} : { root });
}

function cachedRoot(): string | undefined {
  if (isLaunched()) return launcherRoot();
  const built = goToolPath(PULUMI_GO_TOOL);
  return existsSync(built) ? dirname(dirname(built)) : undefined;
}

/** The first way that works; see {@link pulumiCli}. What is cached comes before what has to be asked of the network. */
export async function cliRoot(sources: CliSources, sdk: string): Promise<string | undefined> {
  const failures: string[] = [];
  try {
    const version = await sources.onPath();
    if (isNewEnough(version, sdk)) return undefined;
    failures.push(`on the PATH: version ${version}; needed is 3.x, ${sdk} or newer`);
  } catch {
    failures.push("on the PATH: none");
  }
  const cached = sources.cached();
  if (cached !== undefined) return cached;

  for (const [way, source] of [
    ["by its npm launcher", sources.launched],
    ["built from its Go module", sources.built],
  ] as const) {
    try {
      return await source();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(`${way}: ${error.message.replaceAll("\n", "\n    ")}`);
    }
  }
  throw new UserError(
    [
      "The Pulumi CLI could not be had in any of three ways:",
      ...failures.map((failure) => `  ${failure}`),
      `To mend it, do one of these: install the Pulumi CLI ${sdk} or newer and put it on the PATH; allow this machine to reach the vendor's download site;`,
      "or install Go (the version that go.mod names or newer) with a module proxy that it can reach.",
    ].join("\n"),
  );
}
