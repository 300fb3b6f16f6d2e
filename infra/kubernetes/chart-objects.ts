import * as pulumi from "@pulumi/pulumi";
import { APPLY_STEPS, applyStep, holdsData } from "./apply-order";
import { KubernetesObject, type Manifest, objectName } from "./kubernetes-object";
import { awaited, creationMinutes } from "./readiness";

/** What a chart's resources are made from. */
export interface ChartObjectsArgs {
  /** The objects, each of which becomes a resource. */
  readonly objects: readonly Manifest[];
  /** Whether what holds data is protected from deletion. */
  readonly protectData: boolean;
  /** What every object waits for: operators and definitions, namespaces. A component stands for all that is in it. */
  readonly after: readonly pulumi.Resource[];
}

/** The objects of one chart, applied step by step ({@link applyStep}). */
export class ChartObjects extends pulumi.ComponentResource {
  /** The resources by kind and name: `Namespace/monitoring`. */
  readonly byName: ReadonlyMap<string, KubernetesObject>;

  constructor(name: string, { objects, protectData, after }: ChartObjectsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:kubernetes:ChartObjects", name, {}, opts);
    const byName = new Map<string, KubernetesObject>();
    for (const step of APPLY_STEPS) {
      const before = [...after, ...byName.values()];
      for (const object of objects.filter((candidate) => applyStep(candidate) === step)) {
        const creation = creationMinutes(object);
        const resource = new KubernetesObject(objectName(name, object), awaited(object), {
          parent: this,
          dependsOn: before,
          protect: protectData && holdsData(object),
          ...(creation === undefined ? {} : { customTimeouts: { create: `${creation}m`, update: `${creation}m` } }),
        });
        byName.set(`${object.kind}/${object.metadata.name}`, resource);
      }
    }
    this.byName = byName;
    this.registerOutputs({});
  }
}
