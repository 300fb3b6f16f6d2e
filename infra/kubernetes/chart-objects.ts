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

/**
 * The objects of one chart, applied step by step ({@link applyStep}). Each step waits for the one before, and through it for everything earlier: naming all of it again
 * would be thousands of edges, which the engine writes into the state after every operation.
 *
 * Source: Pulumi, "Resource option: dependsOn". What the objects come from, their charts say.
 */
export class ChartObjects extends pulumi.ComponentResource {
  constructor(name: string, { objects, protectData, after }: ChartObjectsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:kubernetes:ChartObjects", name, {}, opts);
    let before = after;
    for (const step of APPLY_STEPS) {
      const made = objects
        .filter((candidate) => applyStep(candidate) === step)
        .map((object) => {
          const creation = creationMinutes(object);
          return new KubernetesObject(objectName(name, object), awaited(object), {
            parent: this,
            dependsOn: [...before],
            protect: protectData && holdsData(object),
            ...(creation === undefined ? {} : { customTimeouts: { create: `${creation}m`, update: `${creation}m` } }),
          });
        });
      if (made.length > 0) before = made;
    }
    this.registerOutputs({});
  }
}
