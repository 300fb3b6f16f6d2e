import * as pulumi from "@pulumi/pulumi";

/** A resource as a program registered it: what the engine would be asked for. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Options of a resource that decide its life: whether it may go, and what it waits for. */
export interface RegisteredOptions {
  readonly protect: boolean;
  /** Names of resources that it names in `dependsOn`; what follows from its inputs is not among them. */
  readonly dependsOn: readonly string[];
}

/** Resources that a program registered, in the order in which it did. */
export class RegisteredResources {
  constructor(
    readonly all: readonly Registered[],
    private readonly optionsByKey: ReadonlyMap<string, RegisteredOptions>,
  ) {}

  /** Resources of a type, by name. */
  ofType(type: string): Record<string, Readonly<Record<string, unknown>>> {
    return Object.fromEntries(this.all.filter((one) => one.type === type).map(({ name, inputs }) => [name, inputs]));
  }

  /** Inputs of the one resource with this type and name; an error when there is none, or more than one. */
  inputs(type: string, name: string): Readonly<Record<string, unknown>> {
    const found = this.all.filter((one) => one.type === type && one.name === name);
    const [only] = found;
    if (only === undefined || found.length > 1) {
      throw new Error(`${found.length} resources ${type} named ${name}; there are ${this.all.map((one) => one.name)}`);
    }
    return only.inputs;
  }

  /** A policy of a resource as data. */
  policy(type: string, name: string, property = "policy"): unknown {
    return JSON.parse(String(this.inputs(type, name)[property]));
  }

  /** Options of a resource; only what was made under a component that got the options which {@link registered} hands to the program. */
  options(type: string, name: string): RegisteredOptions {
    const options = this.optionsByKey.get(`${type} ${name}`);
    if (options === undefined) {
      throw new Error(`no options recorded of ${type} named ${name}`);
    }
    return options;
  }
}

/**
 * Runs a program against a cloud that says yes to everything: ids are `<name>-id`, ARNs `<name>-arn`, other outputs are the inputs.
 * Wiring only: that an input is right is seen here, that a service takes it is seen in the sandbox.
 */
export async function registered<T>(
  program: (opts: pulumi.ComponentResourceOptions) => T,
): Promise<{ readonly resources: RegisteredResources; readonly result: T }> {
  const all: Registered[] = [];
  await pulumi.runtime.setMocks({
    newResource({ type, name, inputs }) {
      all.push({ type, name, inputs: inputs as Record<string, unknown> });
      return { id: `${name}-id`, state: { arn: `${name}-arn`, ...inputs } as Record<string, unknown> };
    },
    call({ token }) {
      throw new Error(`the program calls ${token}: nothing may be looked up while planning`);
    },
  });
  const options = new Map<string, Promise<RegisteredOptions>>();
  const result = program({
    transformations: [
      ({ type, name, opts }) => {
        options.set(`${type} ${name}`, readOptions(opts));
        return undefined;
      },
    ],
  });
  await settled(() => all.length);
  const known = await Promise.all([...options].map(async ([key, value]) => [key, await value] as const));
  return { resources: new RegisteredResources(all, new Map(known)), result };
}

/** The value of an output. */
export function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}

async function readOptions({ protect, dependsOn }: pulumi.ResourceOptions): Promise<RegisteredOptions> {
  const resources = Array.isArray(dependsOn) ? (dependsOn as pulumi.Resource[]) : [];
  const urns = await Promise.all(resources.map(({ urn }) => resolved(urn)));
  return { protect: protect === true, dependsOn: urns.map((urn) => urn.split("::").at(-1) ?? "") };
}

/** Waits until registrations have stopped: they follow one another through outputs, each in turns of the event loop. */
async function settled(count: () => number): Promise<void> {
  for (let quiet = 0, last = -1; quiet < 20; ) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    quiet = count() === last ? quiet + 1 : 0;
    last = count();
  }
}
