import { pathToFileURL } from "node:url";
import { debugProviders } from "./attached-cloud";
import { LOOPBACK } from "./loopback";
import { pathWithPolicyHost, SANDBOX_PASSPHRASE, type WorkFolder } from "./workspace";

/**
 * The variables with which a plain `pulumi preview` or `pulumi up`, given at the repository root, works on a served sandbox stack. The `PULUMI_OPTION_` ones stand for
 * flags of the same name, so no flag is needed.
 */
export function attachEnvironment(
  folder: Pick<WorkFolder, "backend" | "home" | "stackFile">,
  stack: string,
  ports: Readonly<Record<string, number>>,
): Record<string, string> {
  return {
    PATH: pathWithPolicyHost(process.env.PATH),
    PULUMI_BACKEND_URL: pathToFileURL(folder.backend).href,
    PULUMI_HOME: folder.home,
    PULUMI_CONFIG_PASSPHRASE: SANDBOX_PASSPHRASE,
    PULUMI_DEBUG_PROVIDERS: debugProviders(ports),
    PULUMI_OPTION_STACK: stack,
    PULUMI_OPTION_CONFIG_FILE: folder.stackFile,
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    no_grpc_proxy: LOOPBACK,
  };
}

/** The variables as lines for a POSIX shell. */
export function exportLines(environment: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(environment).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`);
}
