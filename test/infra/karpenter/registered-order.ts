import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { MockMonitor, setMocks } from "@pulumi/pulumi/runtime/mocks";
import { disconnect, setMockOptions } from "@pulumi/pulumi/runtime/settings";

/** What the engine is told about a resource's place in the order, and about its end. */
export interface Ordered {
  /** Logical names of the resources that are made before this one and destroyed after it. */
  readonly after: readonly string[];
  /** How long its deletion may take; empty for the provider's own limit. */
  readonly deleteTimeout: string;
}

/** Answers every registration with its inputs, and keeps the dependencies that mocks don't show. */
class OrderMonitor extends MockMonitor {
  readonly order = new Map<string, Ordered>();

  override registerResource(
    request: RegisterResourceRequest,
    callback: (error: unknown, response: unknown) => void,
  ): Promise<void> {
    this.order.set(request.getName(), {
      after: request.getDependenciesList().map((urn) => urn.split("::").at(-1) ?? urn),
      deleteTimeout: request.getCustomtimeouts()?.getDelete() ?? "",
    });
    return super.registerResource(request, callback);
  }
}

/**
 * The order in which a program's resources are made, by logical name. A dependency on a component shows as one on each resource in it.
 *
 * @throws {Error} for a name that was not registered: an order of nothing would prove nothing
 */
export async function registeredOrder(program: () => void): Promise<(name: string) => Ordered> {
  const mocks = {
    newResource: ({ name, inputs }: { name: string; inputs: object }) => ({
      id: `${name}-id`,
      state: { arn: `${name}-arn`, ...inputs },
    }),
    call: () => ({}),
  };
  await setMocks(mocks);
  const monitor = new OrderMonitor(mocks);
  setMockOptions(monitor);
  program();
  await disconnect();
  return (name) => {
    const found = monitor.order.get(name);
    if (found === undefined) {
      throw new Error(`no resource named ${name}; there are ${[...monitor.order.keys()].join(", ")}`);
    }
    return found;
  };
}
