import { textAt } from "../charts/checks/object-readers";
import { type KubeObject, referenceOf } from "../charts/kube-object";
import { objectsIn } from "../policies/estate-of-plan";
import { type PlannedResource, type Resource, readable } from "../policies/resource";
import { ifShown } from "../policies/shown";

const AWS_PROVIDER = "pulumi:providers:aws";

/** The resources of a plan, as `build/<stack>/plan.json` has them. */
export type Plan = readonly PlannedResource[];

/** A plan as the estimates read it. Unlike an estate it needs no configuration: what a base was configured with may no longer be readable. */
export class PlanIndex {
  readonly resources: readonly Resource[];
  /** The Kubernetes objects that are resources, or are handed to a command. */
  readonly objects: readonly KubeObject[];
  readonly #byUrn: ReadonlyMap<string, Resource>;

  constructor(plan: Plan) {
    this.resources = plan.map(readable);
    this.objects = plan.flatMap(objectsIn);
    this.#byUrn = new Map(this.resources.map((resource) => [resource.urn, resource]));
  }

  /** The resources of a type; reading an input that the plan doesn't show throws `Unreadable`. */
  ofType<Inputs = Resource["inputs"]>(type: string): readonly Resource<Inputs>[] {
    return this.resources.filter((resource) => resource.type === type) as unknown as readonly Resource<Inputs>[];
  }

  /** The resources of a type that one depends on: how a plan tells relations by ids that don't exist yet. */
  dependenciesOf<Inputs = Resource["inputs"]>(
    { dependencies }: Pick<Resource, "dependencies">,
    type: string,
  ): readonly Resource<Inputs>[] {
    const found = dependencies.map((urn) => this.#byUrn.get(urn)).filter((resource) => resource?.type === type);
    return found as unknown as readonly Resource<Inputs>[];
  }

  /** The objects of a kind, `group/Kind`. */
  ofKind(kind: string): readonly KubeObject[] {
    return this.objects.filter((object) => `${referenceOf(object).group}/${object.kind}` === kind);
  }

  /** Region of a resource: its own, or its provider's. Without a resource that of the only provider, where the cluster's objects are. Undefined where the plan doesn't tell. */
  regionOf(resource?: Pick<Resource, "inputs" | "provider">): string | undefined {
    const own = ifShown(() => textAt(resource?.inputs, ["region"]));
    if (own !== undefined && own !== "") return own;
    const named = this.#byUrn.get(resource?.provider ?? "");
    const providers = this.ofType(AWS_PROVIDER);
    const regions = (named?.type === AWS_PROVIDER ? [named] : providers).map(({ inputs }) =>
      ifShown(() => textAt(inputs, ["region"])),
    );
    const [region, ...others] = [...new Set(regions)];
    return others.length === 0 && region !== "" ? region : undefined;
  }
}
