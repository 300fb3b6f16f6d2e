import type { PlannedResource } from "../../../policies/resource";

/** The resources of a plan, to be found by what they are and by what they need: ids don't exist yet, so that relations are told by dependencies. */
export class PlanIndex {
  readonly #byUrn: ReadonlyMap<string, PlannedResource>;

  constructor(readonly resources: readonly PlannedResource[]) {
    this.#byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  }

  /** The resources of a type, in the plan's order. */
  ofType(type: string): readonly PlannedResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** Those resources of a type that one needs directly. */
  neededBy({ dependencies }: PlannedResource, type: string): readonly PlannedResource[] {
    return dependencies.flatMap((urn) => {
      const resource = this.#byUrn.get(urn);
      return resource?.type === type ? [resource] : [];
    });
  }

  /** The resource of a URN. */
  get(urn: string | null): PlannedResource | undefined {
    return urn === null ? undefined : this.#byUrn.get(urn);
  }

  /** The region in which a resource is made: its own, or that of its provider. */
  regionOf({ inputs, provider }: PlannedResource): string | undefined {
    // An engine writes the provider's URN with its id behind it.
    const own = inputs.region ?? this.resources.find(({ urn }) => provider?.startsWith(urn) === true)?.inputs.region;
    return typeof own === "string" ? own : undefined;
  }
}
