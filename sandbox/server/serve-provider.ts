import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  type CheckRequest,
  CheckResponse,
  type ConfigureRequest,
  ConfigureResponse,
  type CreateRequest,
  type DeleteRequest,
  type DiffRequest,
  GetSchemaResponse,
  type InvokeRequest,
  ProviderHandshakeResponse,
  type ReadRequest,
  type UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Provider, ProviderSession } from "./provider";
import { identityOf } from "./resource-urn";
import { checkResponse, createResponse, diffResponse, invokeResponse, readResponse, updateResponse } from "./responses";
import { ServiceRefusal } from "./service-refusal";
import { decodedConfig, fromStruct } from "./structs";

/** A provider that the engine can attach to. */
export interface ServedProvider {
  /** TCP port on the loopback address, chosen by the system. */
  readonly port: number;
  /** Drops all connections and stops listening. */
  close(): Promise<void>;
}

/**
 * Serves a provider on a free loopback port. The engine opens one connection for each provider resource of a program, and later calls don't say which provider
 * they mean; so each connection has a session of its own, and with it its own region and account.
 *
 * Source: pulumi/proto/pulumi/provider.proto, service ResourceProvider.
 */
export async function serveProvider(provider: Provider): Promise<ServedProvider> {
  const sessions = new Map<string, ProviderSession>();
  const sessionOf = (peer: string): ProviderSession => {
    const session = sessions.get(peer) ?? provider.openSession();
    sessions.set(peer, session);
    return session;
  };

  // Plans of large stacks hold policies and charts: no message is too large between two processes of one machine.
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(ResourceProviderService, handlers(provider, sessionOf));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return {
    port,
    close: async () => {
      for (const session of sessions.values()) session.cancel();
      server.forceShutdown();
    },
  };
}

function handlers(provider: Provider, sessionOf: (peer: string) => ProviderSession): grpc.UntypedServiceImplementation {
  const handle =
    <Request, Response>(answer: (request: Request, session: ProviderSession) => Response | Promise<Response>) =>
    (call: grpc.ServerUnaryCall<Request, Response>, callback: grpc.sendUnaryData<Response>): void => {
      Promise.resolve()
        .then(() => answer(call.request, sessionOf(call.getPeer())))
        .then(
          (response) => callback(null, response),
          (error: unknown) => callback({ code: grpc.status.UNKNOWN, details: explanation(error) }),
        );
    };

  return {
    handshake: handle(() => new ProviderHandshakeResponse().setAcceptSecrets(true)),
    attach: handle(() => new Empty()),
    getPluginInfo: handle(() => new PluginInfo().setVersion(provider.version)),
    getSchema: handle(() => new GetSchemaResponse().setSchema("{}")),
    checkConfig: handle((request: CheckRequest) => new CheckResponse().setInputs(request.getNews())),
    diffConfig: handle((request: DiffRequest, session) =>
      diffResponse(
        session.diffConfig(
          decodedConfig(fromStruct(request.getOldInputs() ?? request.getOlds())),
          decodedConfig(fromStruct(request.getNews())),
        ),
      ),
    ),
    configure: handle((request: ConfigureRequest, session) => {
      session.configure(decodedConfig(fromStruct(request.getArgs())));
      return new ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),
    check: handle((request: CheckRequest, session) =>
      checkResponse(
        session.check(identityOf(request.getUrn()), fromStruct(request.getOlds()), fromStruct(request.getNews())),
      ),
    ),
    diff: handle((request: DiffRequest, session) => {
      const before = fromStruct(request.getOlds());
      const beforeInputs = request.hasOldInputs() ? fromStruct(request.getOldInputs()) : before;
      const inputs = fromStruct(request.getNews());
      return diffResponse(session.diff(identityOf(request.getUrn()), request.getId(), beforeInputs, before, inputs));
    }),
    create: handle(async (request: CreateRequest, session) => {
      const inputs = fromStruct(request.getProperties());
      const { id, properties } = await session.create(identityOf(request.getUrn()), inputs, request.getPreview());
      return createResponse(id, properties);
    }),
    read: handle(async (request: ReadRequest, session) =>
      readResponse(await session.read(identityOf(request.getUrn()), request.getId())),
    ),
    update: handle(async (request: UpdateRequest, session) => {
      const inputs = fromStruct(request.getNews());
      const resource = identityOf(request.getUrn());
      return updateResponse(await session.update(resource, request.getId(), inputs, request.getPreview()));
    }),
    delete: handle(async (request: DeleteRequest, session) => {
      await session.delete(identityOf(request.getUrn()), request.getId());
      return new Empty();
    }),
    invoke: handle((request: InvokeRequest, session) =>
      invokeResponse(session.invoke(request.getTok(), fromStruct(request.getArgs()))),
    ),
    cancel: handle((_request: Empty, session) => {
      session.cancel();
      return new Empty();
    }),
  };
}

/** A refusal by its words; a mistake of ours by its stack, so that it can be found. */
function explanation(error: unknown): string {
  if (error instanceof ServiceRefusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
