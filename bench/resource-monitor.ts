import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { GetRootResourceResponse, type LogRequest, SetRootResourceResponse } from "@pulumi/pulumi/proto/engine_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  RegisterPackageResponse,
  type RegisterResourceRequest,
  RegisterResourceResponse,
  SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** Type of the stack's own resource, which the SDK registers before it loads the program. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

/** The engine's side of a program, as much of it as a program needs to get as far as its first resource. */
export interface ResourceMonitor {
  /** Address for the `--monitor` and `--engine` flags of the SDK's runner. */
  readonly address: string;
  /** Resolves with the type of the first resource registered after the stack's own, rejects with the first error that the program logs. Starts afresh with every call. */
  firstRegistration(): Promise<string>;
  close(): void;
}

/** Serves a monitor that accepts every registration and notes the first that is of the program's own making. */
export async function startResourceMonitor(): Promise<ResourceMonitor> {
  let seen: (type: string) => void = () => {};
  let failed: (error: Error) => void = () => {};
  let stackUrn = "";

  const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
  server.addService(ResourceMonitorService, {
    // Without features the SDK takes its oldest and slowest ways; with all of them it behaves as it does with the real engine.
    supportsFeature: answer(() => new SupportsFeatureResponse().setHassupport(true)),
    registerPackage: answer(() => new RegisterPackageResponse().setRef("reference")),
    registerResource: answer((request: RegisterResourceRequest) => {
      if (request.getType() !== STACK_TYPE) seen(request.getType());
      const response = new RegisterResourceResponse();
      response.setUrn(`urn:pulumi:bench::bench::${request.getType()}::${request.getName()}`);
      return response;
    }),
    registerResourceOutputs: answer(() => new Empty()),
    registerStackTransform: answer(() => new Empty()),
    signalAndWaitForShutdown: answer(() => new Empty()),
  });
  server.addService(EngineService, {
    getRootResource: answer(() => new GetRootResourceResponse().setUrn(stackUrn)),
    setRootResource: answer((request: { getUrn(): string }) => {
      stackUrn = request.getUrn();
      return new SetRootResourceResponse();
    }),
    log: answer((request: LogRequest) => {
      // 3: an error, as the SDK counts severities from debug.
      if (request.getSeverity() === 3) failed(new Error(request.getMessage()));
      return new Empty();
    }),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return {
    address: `127.0.0.1:${port}`,
    firstRegistration: () =>
      new Promise((resolve, reject) => {
        seen = resolve;
        failed = reject;
      }),
    close: () => server.forceShutdown(),
  };
}

function answer<Request, Response>(make: (request: Request) => Response) {
  return (call: grpc.ServerUnaryCall<Request, Response>, callback: grpc.sendUnaryData<Response>): void =>
    callback(null, make(call.request));
}
