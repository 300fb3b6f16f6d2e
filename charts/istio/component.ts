import type { Platform } from "../../config/platform";
import { awayFromDataNodes } from "./away-from-data-nodes";

type Resources = Platform["istio"]["cni"]["resources"];
type Component = Pick<Platform["istio"]["istiod"], "replicas" | "maxReplicas" | "resources">;

/** Names of the Deployments. Source: document 002, section 3; Istio's charts. */
export const ISTIOD = "istiod";
/** Name of the gateway into the mesh. Source: document 002, section 3. */
export const INGRESS_GATEWAY = "istio-ingressgateway";
/** Name of the gateway out of the mesh. Source: document 002, section 3. */
export const EGRESS_GATEWAY = "istio-egressgateway";

/** Requests and limits as text: istioctl reads no numbers here. */
export function resourceTexts({ requests, limits }: Resources) {
  const texts = ({ cpu, memory }: Resources["limits"]) => ({ cpu: `${cpu}`, memory: `${memory}` });
  return { requests: texts(requests), limits: texts(limits) };
}

/** The bounds of a component's autoscaler: what is documented is the least, never the most. */
export function autoscalerBounds({ replicas, maxReplicas }: Component) {
  return { minReplicas: replicas, maxReplicas };
}

/**
 * The settings that istiod and the gateways share: documented replicas, resources, the seccomp profile of the container runtime, and pods
 * spread over the zones, away from the nodes with data.
 *
 * @param deployment - name of the Deployment, which is the `app` label of its pods as well
 */
export function deploymentSettings(deployment: string, { replicas, resources }: Component, platform: Platform) {
  return {
    replicaCount: replicas,
    resources: resourceTexts(resources),
    ...awayFromDataNodes(platform),
    securityContext: { seccompProfile: { type: "RuntimeDefault" } },
    overlays: [zoneSpread(deployment)],
  };
}

/**
 * As many pods in every zone, or one more. An overlay, because the settings of a component have no field for it. Nodes that a lost zone leaves
 * behind are tainted and don't count, so that its pods may start in the others; nor do pods of an old revision, or the spread would be theirs.
 *
 * Source: document 002, section 3 (one per AZ); kubernetes.io, Pod Topology Spread Constraints; compatibility page, I5.
 */
function zoneSpread(deployment: string) {
  const constraint = {
    maxSkew: 1,
    topologyKey: "topology.kubernetes.io/zone",
    whenUnsatisfiable: "DoNotSchedule",
    nodeTaintsPolicy: "Honor",
    labelSelector: { matchLabels: { app: deployment } },
    matchLabelKeys: ["pod-template-hash"],
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    name: deployment,
    patches: [{ path: "spec.template.spec.topologySpreadConstraints", value: [constraint] }],
  };
}
