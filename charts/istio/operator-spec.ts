import type { PlatformWith, System } from "../../config/parts";
import { istiodCertificates, proxyCertificates } from "./certificate-settings";
import { deploymentSettings, EGRESS_GATEWAY, INGRESS_GATEWAY, ISTIOD, resourceTexts } from "./component";
import { loadBalancerAnnotations } from "./load-balancer";

/** Name of the IstioOperator. istioctl labels what it installs with it. */
export const OPERATOR_NAME = "control-plane";

/**
 * Namespace of the agent that redirects traffic: Kubernetes' own, because the agent needs the node, and no level that the mesh's namespace could
 * have would admit it beside the key of the CA.
 */
const AGENT_NAMESPACE = "kube-system";

/**
 * What istioctl installs: istiod and the two gateways with the documented replicas and certificate lifetimes, and the agent that redirects
 * traffic. The rest is Istio's default profile.
 *
 * Source: document 002, section 3; compatibility page, 3.1, 3.2 and 8.4.
 */
export function operatorSpec(platform: PlatformWith<"istio">) {
  const { istio } = platform;
  const { ingressGateway, egressGateway } = istio;
  return {
    profile: "default",
    hub: istio.hub,
    tag: istio.version,
    meshConfig: { defaultConfig: { proxyMetadata: proxyCertificates(istio.certificates) } },
    components: {
      cni: { enabled: true, namespace: AGENT_NAMESPACE, k8s: { resources: resourceTexts(istio.cni.resources) } },
      pilot: {
        enabled: true,
        k8s: { ...deploymentSettings(ISTIOD, istio.istiod, platform), env: variables(istiodVariables(istio)) },
      },
      ingressGateways: [
        {
          name: INGRESS_GATEWAY,
          enabled: true,
          k8s: {
            ...deploymentSettings(INGRESS_GATEWAY, ingressGateway, platform),
            serviceAnnotations: loadBalancerAnnotations(platform),
          },
        },
      ],
      egressGateways: [
        { name: EGRESS_GATEWAY, enabled: true, k8s: deploymentSettings(EGRESS_GATEWAY, egressGateway, platform) },
      ],
    },
  };
}

function istiodVariables({ certificates, nativeSidecars }: System<"istio">): Readonly<Record<string, string>> {
  return { ...istiodCertificates(certificates), ENABLE_NATIVE_SIDECARS: String(nativeSidecars) };
}

function variables(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
