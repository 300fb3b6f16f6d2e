import * as pulumi from "@pulumi/pulumi";
import { Callback } from "@pulumi/pulumi/proto/callback_pb";
import * as state from "@pulumi/pulumi/runtime/state";

/** A resource as the engine is asked for it, with the options that decide about order and life. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** `type name` of what must exist before: stated, or through an input. */
  readonly dependencies: readonly string[];
  readonly protect: boolean;
  readonly ignoreChanges: readonly string[];
  readonly transforms: number;
}

/** A program's resources with their edges. */
export class RecordedGraph {
  constructor(readonly all: readonly Recorded[]) {}

  /** The one resource with this type and name. */
  find(type: string, name: string): Recorded {
    const found = this.all.filter((one) => one.type === type && one.name === name);
    if (found.length !== 1 || found[0] === undefined) {
      const known = this.all.map((one) => `${one.type} ${one.name}`).join("\n");
      throw new Error(`${found.length} resources ${type} named ${name}; there are\n${known}`);
    }
    return found[0];
  }

  /** Names of the resources of a type, in alphabetical order. */
  names(type: string): string[] {
    return this.all.flatMap((one) => (one.type === type ? [one.name] : [])).sort();
  }
}

/** Outputs of a resource that aren't among its inputs. */
export type Outputs = (type: string, name: string) => Record<string, unknown>;

interface Request {
  getType(): string;
  getName(): string;
  getDependenciesList(): string[];
  getProtect(): boolean;
  getIgnorechangesList(): string[];
  getTransformsList(): unknown[];
}

/** Runs a program against a cloud that says yes to everything, and records what the engine would be told. Look-ups are refused. */
export async function recordGraph<T>(
  program: () => T,
  outputs: Outputs = () => ({}),
): Promise<{ readonly graph: RecordedGraph; readonly result: T }> {
  const inputs = new Map<string, Record<string, unknown>>();
  const requests: Request[] = [];
  await pulumi.runtime.setMocks({
    newResource(args) {
      inputs.set(`${args.type} ${args.name}`, args.inputs as Record<string, unknown>);
      const id = `${args.name}-id`;
      return { id, state: { ...args.inputs, arn: `${args.name}-arn`, ...outputs(args.type, args.name) } };
    },
    call: ({ token }) => {
      throw new Error(`the program calls ${token}: nothing may be looked up while planning`);
    },
  });
  allowTransforms();
  const monitor = pulumi.runtime.getMonitor() as unknown as {
    registerResource(request: Request, callback: unknown): Promise<void>;
  };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    requests.push(request);
    return register(request, callback);
  };
  const result = program();
  await settled(() => requests.length);
  return { graph: new RecordedGraph(requests.map((request) => recorded(request, inputs))), result };
}

function recorded(request: Request, inputs: ReadonlyMap<string, Record<string, unknown>>): Recorded {
  const [type, name] = [request.getType(), request.getName()];
  return {
    type,
    name,
    inputs: inputs.get(`${type} ${name}`) ?? {},
    // urn:pulumi:<stack>::<project>::<parent type>$<type>::<name>
    dependencies: request.getDependenciesList().map((urn) => {
      const [, , types = "", resource = ""] = urn.split("::");
      return `${types.split("$").at(-1)} ${resource}`;
    }),
    protect: request.getProtect(),
    ignoreChanges: request.getIgnorechangesList(),
    transforms: request.getTransformsList().length,
  };
}

/** Mocks refuse transforms, as an old engine would. Here they are taken and never called. */
function allowTransforms(): void {
  // The SDK leaves the store out of its published types.
  const { getStore } = state as unknown as { getStore(): { supportsTransforms: boolean; callbacks: unknown } };
  const store = getStore();
  store.supportsTransforms = true;
  store.callbacks = { registerTransform: async () => new Callback(), awaitStackRegistrations: async () => {} };
}

/** Waits until registrations have stopped: they follow one another through outputs. */
async function settled(count: () => number): Promise<void> {
  for (let quiet = 0, last = -1; quiet < 20; ) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    quiet = count() === last ? quiet + 1 : 0;
    last = count();
  }
}
