import { stringify } from "yaml";

/**
 * User data of a node class: a nodeadm NodeConfig with the one kubelet setting that NodePool v1beta1 has no field for. Karpenter puts it behind the
 * NodeConfig that it generates, and nodeadm merges the two.
 *
 * @param imageMinimumGCAge age before which an unused image is never collected, such as `2m`
 *
 * Source: document 000, section 3; aws/karpenter-provider-aws v0.37.0, pkg/providers/amifamily/bootstrap/nodeadm.go.
 */
export function nodeConfig(imageMinimumGCAge: string): string {
  return stringify({
    apiVersion: "node.eks.aws/v1alpha1",
    kind: "NodeConfig",
    spec: { kubelet: { config: { imageMinimumGCAge } } },
  });
}
