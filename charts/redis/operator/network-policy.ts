import type { k8s } from "cdk8s-plus-29";
import { API_SERVER_PORT, apiServiceBlock, controlPlaneBlocks } from "../../../config/derived/api-server";
import type { PlatformWith } from "../../../config/parts";
import { DNS_NAMESPACE, DNS_PODS, dnsPorts, fromPrometheus, podsOf, tcp } from "../../network-policy-parts";
import { METRICS_PORT, objectLabels, redisOperator, selectorLabels, WEBHOOK_PORT } from "./operator";

/**
 * Who reaches the operator, and whom it reaches: Prometheus its metrics, the control plane its webhook server; it calls DNS and the API server, and Redis
 * only through that, by exec. Probes come from the node, which a policy never keeps out. The VPC CNI enforces it.
 *
 * The API server is named by its Service's address and by its interfaces': a policy can't select it, and on which side of the Service's translation
 * egress is judged is up to the CNI.
 *
 * Source: document 000, section 6 (the operator's calls); aws/aws-network-policy-agent, README (Service addresses).
 */
export function networkPolicy(platform: PlatformWith<"redisOperator">): k8s.KubeNetworkPolicyProps {
  const operator = redisOperator(platform);
  const controlPlane = blocks(controlPlaneBlocks(platform));
  return {
    metadata: { name: operator.name, namespace: operator.namespace, labels: objectLabels(operator) },
    spec: {
      podSelector: { matchLabels: selectorLabels(operator) },
      policyTypes: ["Ingress", "Egress"],
      ingress: [...fromPrometheus(platform, METRICS_PORT), { from: controlPlane, ports: tcp(WEBHOOK_PORT) }],
      egress: [
        { to: [{ ...podsOf(DNS_NAMESPACE), ...DNS_PODS }], ports: dnsPorts() },
        { to: [...blocks([apiServiceBlock(platform)]), ...controlPlane], ports: tcp(API_SERVER_PORT) },
      ],
    },
  };
}

function blocks(cidrs: readonly string[]): k8s.NetworkPolicyPeer[] {
  return cidrs.map((cidr) => ({ ipBlock: { cidr } }));
}
