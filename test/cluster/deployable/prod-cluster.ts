import type { KubeObject } from "../../../charts/kube-object";
import { deployableRendering } from "../../../charts/synthesize";
import type { Platform } from "../../../config/platform";
import { ALL_CRDS } from "../../crds/pins";
import { requireCrd } from "../../crds/require-crd";
import { type ControlPlane, type ControlPlaneOptions, startControlPlane } from "../control-plane/control-plane";
import { applyDefinitions } from "../control-plane/definitions";

/** The deployable objects of a platform in the declared order: namespaces before what lives in them. */
export function deployableObjects(platform: Platform): readonly KubeObject[] {
  return deployableRendering(platform).flatMap(({ objects }) => objects);
}

/**
 * A control plane with the definitions that the operators of the platform bring, and nothing else. That of a stack's own version is
 * `apiServerOf(platform.cluster.version)`.
 */
export async function controlPlaneWithDefinitions(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
  const texts = await Promise.all(ALL_CRDS.map((pin) => requireCrd(pin)));
  const controlPlane = await startControlPlane(options);
  try {
    await applyDefinitions(controlPlane.api, ...texts);
  } catch (error) {
    await controlPlane.stop();
    throw error;
  }
  return controlPlane;
}
