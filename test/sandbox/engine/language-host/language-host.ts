import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  type GetRequiredPackagesRequest,
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
  type RunRequest,
  RunResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PackageDependency, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";

/** Options below `runtime` in `Pulumi.yaml` that decide how a Node.js program is run. */
interface NodeOptions {
  readonly typescript?: boolean;
  readonly nodeargs?: string;
}

/**
 * Runs a program as the language plugin of the CLI does: Node.js with the project's node arguments, the SDK's runner, the addresses of monitor and engine.
 * It stands in for `pulumi-language-nodejs`, which comes with the official CLI only.
 */
async function run(request: RunRequest, engine: string): Promise<RunResponse> {
  const info = request.getInfo();
  const { typescript = true, nodeargs = "" } = (info?.getOptions()?.toJavaScript() ?? {}) as NodeOptions;
  const programFolder = info?.getProgramDirectory() ?? request.getPwd();
  const runner = createRequire(join(programFolder, "package.json")).resolve("@pulumi/pulumi/cmd/run");
  const flags = {
    monitor: request.getMonitorAddress(),
    engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    stack: request.getStack(),
    pwd: request.getPwd(),
    "root-directory": info?.getRootDirectory() ?? "",
    parallel: String(request.getParallel()),
  };
  const args = [
    ...nodeargs.split(" ").filter((arg) => arg !== ""),
    runner,
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info?.getEntryPoint() || ".",
    ...request.getArgsList(),
  ];
  const env = {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toObject(true))),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    PULUMI_NODEJS_TYPESCRIPT: String(typescript),
  };
  const program = spawn(process.execPath, args, {
    cwd: request.getPwd(),
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await new Promise<number | null>((resolve) => program.once("close", resolve));
  const response = new RunResponse();
  // 32: the program has told the engine already what went wrong.
  if (code === 32) response.setBail(true);
  else if (code !== 0) response.setError(`Program exited with code ${code}`);
  return response;
}

/** The provider plugins behind the packages that the project's package.json names: the engine must be content with those that are attached. */
function requiredPackages(request: GetRequiredPackagesRequest): GetRequiredPackagesResponse {
  const root = request.getInfo()?.getRootDirectory() ?? "";
  const manifest = join(root, "package.json");
  const response = new GetRequiredPackagesResponse();
  if (!existsSync(manifest)) return response;
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as { dependencies?: Record<string, string> };
  for (const name of Object.keys(dependencies).filter((dependency) => dependency.startsWith("@pulumi/"))) {
    const { pulumi } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as {
      pulumi?: { resource?: boolean; name: string; version: string };
    };
    if (pulumi?.resource !== true) continue;
    response.addPackages(new PackageDependency().setName(pulumi.name).setKind("resource").setVersion(pulumi.version));
  }
  return response;
}

function main(): void {
  const server = new grpc.Server();
  let engine = process.argv.at(-1) ?? "";
  const answer =
    <Request, Response>(make: (request: Request) => Response | Promise<Response>) =>
    (call: grpc.ServerUnaryCall<Request, Response>, callback: grpc.sendUnaryData<Response>): void => {
      Promise.resolve(call.request)
        .then(make)
        .then(
          (response) => callback(null, response),
          (error: Error) => callback({ code: grpc.status.UNKNOWN, details: error.message }),
        );
    };
  server.addService(LanguageRuntimeService, {
    handshake: answer((request: { getEngineAddress(): string }) => {
      engine = request.getEngineAddress() || engine;
      return new LanguageHandshakeResponse();
    }),
    getPluginInfo: answer(() => new PluginInfo().setVersion("1.0.0")),
    getRequiredPlugins: answer(() => new GetRequiredPluginsResponse()),
    getRequiredPackages: answer(requiredPackages),
    run: answer((request: RunRequest) => run(request, engine)),
  });
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) throw error;
    process.stdout.write(`${port}\n`);
  });
}

main();
