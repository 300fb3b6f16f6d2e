import { stackTags } from "../../config/derived/tags";
import type { PlatformWith } from "../../config/parts";

/** Prefix of the annotations by which a Service tells the cloud provider about its load balancer. */
const PREFIX = "service.beta.kubernetes.io/aws-load-balancer";

/**
 * Annotations of the gateway's Service: a network load balancer, which keeps connections open while pods change, with the stack's tags, which
 * the provider doesn't give to what a cluster makes.
 *
 * Source: kubernetes/cloud-provider-aws, docs/service_controller.md.
 */
export function loadBalancerAnnotations(platform: PlatformWith<"istio">): Readonly<Record<string, string>> {
  const tags = Object.entries(stackTags(platform)).map(([key, value]) => `${key}=${value}`);
  return {
    [`${PREFIX}-type`]: "nlb",
    [`${PREFIX}-cross-zone-load-balancing-enabled`]: "true",
    [`${PREFIX}-additional-resource-tags`]: tags.join(","),
    ...(platform.istio.ingressGateway.internal ? { [`${PREFIX}-internal`]: "true" } : {}),
  };
}
