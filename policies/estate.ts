import { type KubeObject, referenceOf, referenceText } from "../charts/kube-object";
import type { Platform } from "../config/platform";
import { type PlannedResource, type Resource, readable } from "./resource";

/** What an estate is made of. */
export interface EstateParts {
  /** Resources of the plan; none when only manifests are judged. */
  readonly resources?: readonly PlannedResource[];
  /** Kubernetes objects. */
  readonly objects?: readonly KubeObject[];
  /** Configuration of the stack, of which rules take their settings (`vantage:policies`) and what the semantic checks compare with. */
  readonly platform: Platform;
  /** The day on which it is judged; by default the current one. */
  readonly today?: Date;
}

/** All that the rules judge together: resources and Kubernetes objects as data. */
export class Estate {
  readonly resources: readonly Resource[];
  readonly objects: readonly KubeObject[];
  readonly platform: Platform;
  /** For rules about what ends on a day. */
  readonly today: Date;
  readonly #byType = new Map<string, Resource[]>();
  readonly #byUrn = new Map<string, Resource>();
  readonly #byReference = new Map<string, KubeObject>();

  constructor({ resources = [], objects = [], platform, today = new Date() }: EstateParts) {
    this.resources = resources.map(readable);
    this.objects = objects;
    this.platform = platform;
    this.today = today;
    for (const resource of this.resources) {
      const others = this.#byType.get(resource.type) ?? [];
      others.push(resource);
      this.#byType.set(resource.type, others);
      this.#byUrn.set(resource.urn, resource);
    }
    for (const object of objects) this.#byReference.set(referenceText(referenceOf(object)), object);
  }

  /** What the rules are told of this stack. */
  get settings(): Platform["policies"] {
    return this.platform.policies;
  }

  /** The resources of a type. */
  ofType<Inputs = Resource["inputs"]>(type: string): readonly Resource<Inputs>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly Resource<Inputs>[];
  }

  /** The resources of a type that one depends on: how a plan tells relations by ids that don't exist yet. */
  dependenciesOf<Inputs = Resource["inputs"]>(
    { dependencies }: Pick<Resource, "dependencies">,
    type: string,
  ): readonly Resource<Inputs>[] {
    const found = dependencies.map((urn) => this.#byUrn.get(urn)).filter((resource) => resource?.type === type);
    return found as unknown as readonly Resource<Inputs>[];
  }

  /** The objects of a kind, `group/Kind` (`/Service` for the core group). */
  ofKind(kind: string): readonly KubeObject[] {
    return this.objects.filter((object) => kindOf(object) === kind);
  }

  /** The object of a reference such as `apps/Deployment redis-system/redis-operator`. */
  object(reference: string): KubeObject | undefined {
    return this.#byReference.get(reference);
  }
}

/** Group and kind: `apps/Deployment`, `/Service`. */
export function kindOf(object: KubeObject): string {
  return `${referenceOf(object).group}/${object.kind}`;
}
