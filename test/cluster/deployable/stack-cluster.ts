import { type KubeObject, referenceOf, referenceText } from "../../../charts/kube-object";
import { deployableRendering } from "../../../charts/synthesize";
import type { Platform } from "../../../config/platform";
import { requireCrd } from "../../crds/require-crd";
import { crdsOf } from "../../crds/stack-crds";
import { apiServerOf } from "../../tools/api-servers";
import { ETCD, type PinnedTool } from "../../tools/tools";
import type { ApiClient, LiveObject } from "../control-plane/api-client";
import { type ControlPlane, startControlPlane } from "../control-plane/control-plane";
import { applyDefinitions } from "../control-plane/definitions";

/** The deployable objects of a platform in the declared order: namespaces before what lives in them. */
export function deployableObjects(platform: Platform): readonly KubeObject[] {
  return deployableRendering(platform).flatMap(({ objects }) => objects);
}

/** What an object is called in what tests say. */
export const nameOf = (object: KubeObject): string => referenceText(referenceOf(object));

/** What a control plane of a stack's own version is made of. */
export function toolsOf({ cluster }: Platform): readonly PinnedTool[] {
  return [ETCD, apiServerOf(cluster.version)];
}

/** A control plane of the stack's own version, with the definitions that the stack's operators bring, and nothing else. */
export async function stackControlPlane(platform: Platform): Promise<ControlPlane> {
  const texts = await Promise.all(crdsOf(platform).map((pin) => requireCrd(pin)));
  const controlPlane = await startControlPlane({ apiServer: apiServerOf(platform.cluster.version) });
  try {
    await applyDefinitions(controlPlane.api, ...texts);
  } catch (error) {
    await controlPlane.stop();
    throw error;
  }
  return controlPlane;
}

/** Applies an object, and gives it as it stays: the server itself writes a claim once more, whatever it says, and from then on leaves it. */
export async function applySettled(api: ApiClient, object: KubeObject): Promise<LiveObject> {
  const first = await api.apply(object);
  return object.kind === "PersistentVolumeClaim" ? api.apply(object) : first;
}
