import type { System } from "../../config/parts";
import type { Platform } from "../../config/platform";
import { ZONE_LABEL } from "../../config/reference/node-labels";
import { awayFromDataNodes } from "../away-from-data-nodes";

type Resources = System<"istio">["cni"]["resources"];
type Component = Pick<System<"istio">["istiod"], "replicas" | "maxReplicas" | "resources">;

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
 * As many pods in every zone, or one more. An overlay, because the settings of a component have no field for it.
 *
 * Only fields that Karpenter 0.37 reads. `matchLabelKeys` and `nodeTaintsPolicy` make the scheduler count other pods than Karpenter does, which then
 * launches a node in a zone where the scheduler refuses the pod, counts on that node, and launches no other. Counting alike, they always agree on a
 * zone, and an update can't hang: Istio's Deployments start all new pods beside the old ones (maxSurge 100%), and one more pod may always go where
 * the fewest are. While a zone is lost, and until its nodes are deleted, it counts as empty: pods beyond one in each other zone wait for it.
 *
 * Source: document 002, section 3 (one per AZ); Karpenter 0.37.0, pkg/controllers/provisioning/scheduling/topology.go (newForTopologies) and
 * kubernetes-sigs/karpenter issues 430 and 1569; Istio 1.22.4, gateways and istio-discovery charts (rollingMaxSurge); compatibility page, I5.
 */
function zoneSpread(deployment: string) {
  const constraint = {
    maxSkew: 1,
    topologyKey: ZONE_LABEL,
    whenUnsatisfiable: "DoNotSchedule",
    labelSelector: { matchLabels: { app: deployment } },
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    name: deployment,
    patches: [{ path: "spec.template.spec.topologySpreadConstraints", value: [constraint] }],
  };
}
