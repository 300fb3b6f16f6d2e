import { mkdirSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { LocalWorkspace, type PulumiCommand, type PulumiFn } from "@pulumi/pulumi/automation";
import type { Project } from "./project";

/**
 * Passphrase of every sandbox stack. It protects nothing: what the sandbox keeps are the made-up values of a simulated cloud, and the engine merely
 * refuses to run without one.
 */
export const SANDBOX_PASSPHRASE = "sandbox";

/** Where one sandbox run keeps its things; all of it may be deleted at any time. */
export interface WorkFolder {
  readonly path: string;
  /** Generated `Pulumi.yaml` and stack file: the engine writes into the latter, so it never sees the repository's. */
  readonly stackFile: string;
  /** State, locks and history of the engine. */
  readonly backend: string;
  /** What the engine would otherwise keep in the user's home. */
  readonly home: string;
  /** Objects of the simulated cloud. */
  readonly store: string;
}

/** Lays out the folder of a run, creating what is missing. */
export function workFolder(path: string, stack: string): WorkFolder {
  const folder: WorkFolder = {
    path,
    stackFile: join(path, `Pulumi.${stack}.yaml`),
    backend: join(path, "backend"),
    home: join(path, "home"),
    store: join(path, "store.json"),
  };
  mkdirSync(folder.backend, { recursive: true });
  mkdirSync(folder.home, { recursive: true });
  return folder;
}

/**
 * Environment of the engine: the caller's, with every `PULUMI_` variable of it emptied, so that a login, a passphrase or a stack of the real world
 * never reaches the sandbox, and ours set.
 */
export function engineEnvironment(
  outer: Readonly<Record<string, string | undefined>>,
  folder: Pick<WorkFolder, "backend" | "home">,
  debugProviders: string,
): Record<string, string> {
  const emptied = Object.keys(outer).filter((name) => name.startsWith("PULUMI_"));
  return {
    ...Object.fromEntries(emptied.map((name) => [name, ""])),
    PATH: pathWithPolicyHost(outer.PATH),
    PULUMI_BACKEND_URL: pathToFileURL(folder.backend).href,
    PULUMI_HOME: folder.home,
    PULUMI_CONFIG_PASSPHRASE: SANDBOX_PASSPHRASE,
    PULUMI_DEBUG_PROVIDERS: debugProviders,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // A provider that is not attached is a mistake to report, not a plugin to download.
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
  };
}

/** The search path with the program that starts policy packs first: the engine looks for it there. */
export function pathWithPolicyHost(path = ""): string {
  return [resolve(__dirname, "policy-host"), path].filter((part) => part !== "").join(delimiter);
}

/** Everything needed to open a stack's workspace. */
export interface WorkspaceOptions {
  readonly project: Project;
  readonly folder: WorkFolder;
  readonly cli: PulumiCommand;
  readonly program: PulumiFn;
  readonly environment: Record<string, string>;
}

/** Opens an Automation API workspace in a work folder: the real engine, with the program run in this process. */
export async function openWorkspace({
  project,
  folder,
  cli,
  program,
  environment,
}: WorkspaceOptions): Promise<LocalWorkspace> {
  return LocalWorkspace.create({
    workDir: folder.path,
    pulumiHome: folder.home,
    pulumiCommand: cli,
    program,
    projectSettings: { name: project.name, runtime: "nodejs" },
    envVars: environment,
  });
}
