import { type KubeObject, referenceOf, referenceText } from "../../charts/kube-object";
import { deployableRendering, documentedRendering, type Rendering } from "../../charts/synthesize";
import type { Platform } from "../../config/platform";

/** The documented rendering, to be asked for objects. */
export const documented = (platform: Platform) => finder(documentedRendering(platform));

/** The deployable rendering, to be asked for objects. */
export const deployable = (platform: Platform) => finder(deployableRendering(platform));

/** @returns the one object with this reference, such as `apps/Deployment redis-system/redis-operator`; throws when there is none */
function finder(renderings: readonly Rendering[]): (reference: string) => KubeObject {
  const objects = new Map(
    renderings.flatMap((rendering) => rendering.objects).map((object) => [referenceText(referenceOf(object)), object]),
  );
  return (reference) => {
    const object = objects.get(reference);
    if (object === undefined) throw new Error(`no object ${reference}; there are\n${[...objects.keys()].join("\n")}`);
    return object;
  };
}
