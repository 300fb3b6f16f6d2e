import type { KubeObject } from "../../charts/kube-object";
import { deployableRendering } from "../../charts/synthesize";
import type { Platform } from "../../config/platform";
import type { PlannedResource } from "../../policies/resource";
import type { Change } from "../../review/change";
import { diffObjects } from "../../review/diff/diff-objects";
import type { ProdInput } from "../infra/prod-platform";
import { prodPlatform, prodWith } from "../infra/prod-platform";
import type { RecordedGraph } from "../infra/recorded-graph";
import { resource, urnOf } from "../policies/estate-fixture";

/** What is deployed to the cluster of a platform, as JSON: charts build instances of classes, manifests hold data. */
export function renderedObjects(platform: Platform): readonly KubeObject[] {
  const objects = deployableRendering(platform).flatMap((rendering) => rendering.objects);
  return JSON.parse(JSON.stringify(objects)) as KubeObject[];
}

let prod: readonly KubeObject[] | undefined;

/** What a change of prod's stack file does to its manifests. */
export function manifestChanges(change: (input: ProdInput) => void): readonly Change[] {
  prod ??= renderedObjects(prodPlatform());
  return diffObjects(prod, renderedObjects(prodWith(change)));
}

/** Recorded resources as a plan has them; what is recorded has neither parents nor providers. */
export function plannedIn(graph: RecordedGraph): readonly PlannedResource[] {
  return graph.all.map(({ type, name, inputs, dependencies, protect }) =>
    resource(type, name, inputs, {
      protect,
      dependencies: dependencies.map((one) => {
        const [of = "", ...named] = one.split(" ");
        return urnOf(of, named.join(" "));
      }),
    }),
  );
}

/** Changes as lines `class name: reason`, those of something protected with a star. */
export function changeLines(changes: readonly Change[]): readonly string[] {
  return changes.map(({ class: is, thing, reason }) => `${is}${thing.protected ? "*" : ""} ${thing.name}: ${reason}`);
}
