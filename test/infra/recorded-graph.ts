import * as pulumi from "@pulumi/pulumi";
import { Callback } from "@pulumi/pulumi/proto/callback_pb";
import * as state from "@pulumi/pulumi/runtime/state";

/** A resource as the engine is asked for it, with the options that decide about order and life. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly inputs: Inputs;
  /** `type name` of what must exist before: stated, or through an input. A component that is waited for shows as each resource in it. */
  readonly dependencies: readonly string[];
  /** Those of {@link dependencies} that no input leads to: only `dependsOn` knows them. */
  readonly stated: readonly string[];
  readonly protect: boolean;
  /** How long its deletion may take; empty for the provider's own limit. */
  readonly deleteTimeout: string;
  readonly ignoreChanges: readonly string[];
  readonly transforms: number;
}

/** A program's resources with their edges, in the order in which it registered them. */
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
    return Object.keys(this.ofType(type)).sort();
  }

  /** Inputs of the resources of a type, by name. */
  ofType(type: string): Readonly<Record<string, Inputs>> {
    return Object.fromEntries(
      this.all.flatMap(({ inputs, ...one }) => (one.type === type ? [[one.name, inputs]] : [])),
    );
  }

  /** `type name` of everything that must exist before a resource, directly or through others. */
  everythingBefore(resource: Recorded): ReadonlySet<string> {
    const byKey = new Map(this.all.map((one) => [`${one.type} ${one.name}`, one]));
    const before = new Set<string>();
    const visit = ({ dependencies }: Recorded): void => {
      for (const key of dependencies) {
        if (before.has(key)) continue;
        before.add(key);
        const next = byKey.get(key);
        if (next !== undefined) visit(next);
      }
    };
    visit(resource);
    return before;
  }

  /** A policy of a resource as data. */
  policy(type: string, name: string, property = "policy"): unknown {
    return JSON.parse(String(this.find(type, name).inputs[property]));
  }
}

/** Inputs of a resource, once they are known. */
type Inputs = Readonly<Record<string, unknown>>;

/** Outputs of a resource that aren't among its inputs. */
export type Outputs = (type: string, name: string) => Record<string, unknown>;

interface Request {
  getType(): string;
  getName(): string;
  getDependenciesList(): string[];
  getPropertydependenciesMap(): { forEach(visit: (ofProperty: { getUrnsList(): string[] }) => void): void };
  getCustomtimeouts(): { getDelete(): string } | undefined;
  getProtect(): boolean;
  getIgnorechangesList(): string[];
  getTransformsList(): unknown[];
}

/**
 * Runs a program against a cloud that says yes to everything, and records what the engine would be told: ids are `<name>-id`, ARNs `<name>-arn`, other outputs
 * the inputs or those given. Look-ups are refused.
 *
 * Wiring only: that an input is right is seen here, that a service takes it is seen in the sandbox.
 */
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
      return { id, state: { arn: `${args.name}-arn`, ...args.inputs, ...outputs(args.type, args.name) } };
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

/** The value of an output. */
export function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}

function recorded(request: Request, inputs: ReadonlyMap<string, Record<string, unknown>>): Recorded {
  const [type, name] = [request.getType(), request.getName()];
  const dependencies = request.getDependenciesList();
  const implied = new Set<string>();
  request.getPropertydependenciesMap().forEach((urns) => {
    for (const urn of urns.getUrnsList()) {
      implied.add(urn);
    }
  });
  return {
    type,
    name,
    inputs: inputs.get(`${type} ${name}`) ?? {},
    dependencies: dependencies.map(typeAndName),
    stated: dependencies.filter((urn) => !implied.has(urn)).map(typeAndName),
    protect: request.getProtect(),
    deleteTimeout: request.getCustomtimeouts()?.getDelete() ?? "",
    ignoreChanges: request.getIgnorechangesList(),
    transforms: request.getTransformsList().length,
  };
}

/** What an URN says of its resource: `urn:pulumi:<stack>::<project>::<parent type>$<type>::<name>`. */
function typeAndName(urn: string): string {
  const [, , types = "", resource = ""] = urn.split("::");
  return `${types.split("$").at(-1)} ${resource}`;
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
