import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  CallRequest,
  type CallResponse,
  CheckRequest,
  type CheckResponse,
  ConfigureRequest,
  type ConfigureResponse,
  CreateRequest,
  type CreateResponse,
  DiffRequest,
  DiffResponse,
  PropertyDiff,
  ReadRequest,
  type ReadResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { type Properties, secret, UNKNOWN } from "../../../sandbox/server/properties";
import type { ProviderSession } from "../../../sandbox/server/provider";
import { type ServedProvider, serveProvider } from "../../../sandbox/server/serve-provider";
import { ServiceRefusal } from "../../../sandbox/server/service-refusal";
import { fromStruct, toStruct } from "../../../sandbox/server/structs";

const URN = "urn:pulumi:dev::project::test:index:Thing::thing";

/** A provider that puts its region into every object, and refuses what is named `refused` or `broken`. */
function session(): ProviderSession {
  let region: Properties[string] = null;
  return {
    configure: (config) => {
      region = config.region ?? null;
    },
    diffConfig: () => ({ changes: [], deleteBeforeReplace: false }),
    check: (_resource, _before, inputs) => ({ inputs, failures: [{ property: "a", reason: "a is wrong" }] }),
    diff: () => ({
      changes: [
        { path: ["a", 0], kind: "update", replaces: true },
        { path: ["tags", "k.io/x"], kind: "add", replaces: false },
      ],
      deleteBeforeReplace: true,
    }),
    create: async ({ name }, inputs) => {
      if (inputs.name === "refused") throw new ServiceRefusal("name is taken; choose another");
      if (inputs.name === "broken") throw new TypeError("our mistake");
      return { id: `id-${name}`, properties: { ...inputs, region } };
    },
    read: async () => undefined,
    update: async (_resource, _id, inputs) => inputs,
    delete: async () => {},
    invoke: (_token, args) => args,
    cancel: () => {},
  };
}

let served: ServedProvider;
const clients: ResourceProviderClient[] = [];

/** Another connection, as the engine opens one for each provider resource. */
function connect(): ResourceProviderClient {
  const options = { "grpc.use_local_subchannel_pool": 1 };
  const client = new ResourceProviderClient(`127.0.0.1:${served.port}`, grpc.credentials.createInsecure(), options);
  clients.push(client);
  return client;
}

function call<Request, Response>(
  method: (request: Request, callback: (error: grpc.ServiceError | null, response: Response) => void) => unknown,
  request: Request,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    method(request, (error, response) => (error === null ? resolve(response) : reject(error)));
  });
}

function create(client: ResourceProviderClient, inputs: Properties): Promise<CreateResponse> {
  const request = new CreateRequest().setUrn(URN).setProperties(toStruct(inputs));
  return call<CreateRequest, CreateResponse>(client.create.bind(client), request);
}

function configure(client: ResourceProviderClient, args: Properties): Promise<ConfigureResponse> {
  const request = new ConfigureRequest().setArgs(toStruct(args));
  return call<ConfigureRequest, ConfigureResponse>(client.configure.bind(client), request);
}

beforeAll(async () => {
  served = await serveProvider({ version: "1.2.3", openSession: session });
});

afterAll(async () => {
  for (const client of clients) client.close();
  await served.close();
});

test("each connection has its own configuration", async () => {
  const [one, other] = [connect(), connect()];
  const accepted = await configure(one, { region: "one" });
  await configure(other, { region: "other" });
  expect(accepted.getAcceptsecrets()).toBe(true);
  expect(accepted.getSupportspreview()).toBe(true);
  expect(fromStruct((await create(one, {})).getProperties())).toEqual({ region: "one" });
  expect(fromStruct((await create(other, {})).getProperties())).toEqual({ region: "other" });
});

test("unknowns and secrets come back as they went", async () => {
  const client = connect();
  const inputs = { a: UNKNOWN, b: secret("hidden") };
  const response = await create(client, inputs);
  expect(response.getId()).toBe("id-thing");
  expect(fromStruct(response.getProperties())).toEqual({ ...inputs, region: null });
});

test("a refusal is its message alone, a mistake of ours has a stack", async () => {
  const client = connect();
  await expect(create(client, { name: "refused" })).rejects.toMatchObject({ details: "name is taken; choose another" });
  await expect(create(client, { name: "broken" })).rejects.toMatchObject({
    details: expect.stringMatching(/TypeError: our mistake\n\s+at /),
  });
});

test("failures of a check name the property", async () => {
  const client = connect();
  const request = new CheckRequest().setUrn(URN).setNews(toStruct({ a: 1 }));
  const response = await call<CheckRequest, CheckResponse>(client.check.bind(client), request);
  expect(response.getFailuresList().map((failure) => [failure.getProperty(), failure.getReason()])).toEqual([
    ["a", "a is wrong"],
  ]);
});

test("a diff says what replaces, in paths and kinds", async () => {
  const client = connect();
  const request = new DiffRequest().setUrn(URN).setOlds(toStruct({})).setNews(toStruct({}));
  const response = await call<DiffRequest, DiffResponse>(client.diff.bind(client), request);
  expect(response.getChanges()).toBe(DiffResponse.DiffChanges.DIFF_SOME);
  expect(response.getReplacesList()).toEqual(["a[0]"]);
  expect(response.getDeletebeforereplace()).toBe(true);
  const detail = response.getDetaileddiffMap();
  expect(detail.get("a[0]")?.getKind()).toBe(PropertyDiff.Kind.UPDATE_REPLACE);
  expect(detail.get('tags["k.io/x"]')?.getKind()).toBe(PropertyDiff.Kind.ADD);
});

test("an object that is gone is read as one without id", async () => {
  const client = connect();
  const request = new ReadRequest().setUrn(URN).setId("x");
  const response = await call<ReadRequest, ReadResponse>(client.read.bind(client), request);
  expect(response.getId()).toBe("");
});

test("what the sandbox doesn't serve is unimplemented", async () => {
  const client = connect();
  const request = new CallRequest().setTok("x");
  await expect(call<CallRequest, CallResponse>(client.call.bind(client), request)).rejects.toMatchObject({
    code: grpc.status.UNIMPLEMENTED,
  });
});
