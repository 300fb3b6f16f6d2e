import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import { replicasOf, type ValuesContext } from "./values";

/**
 * Values of chart cert-manager: controller, webhook and CA injector with the configured number of pods each, of which one may go at a time. The
 * chart installs the definitions and leaves them when the release is removed, since certificates would be deleted with them.
 *
 * Source: cert-manager v1.18, deploy/charts/cert-manager/values.yaml; best practices, "High availability".
 */
export function certManagerValues({ platform }: ValuesContext) {
  const affinity = awayFromDataNodes(platform);
  const part = {
    replicaCount: replicasOf(platform, "cert-manager"),
    podDisruptionBudget: { enabled: true, minAvailable: 1 },
    resources: containerResources("20m", "64Mi", "256Mi"),
    affinity,
  };
  return {
    ...part,
    crds: { enabled: true, keep: true },
    webhook: part,
    cainjector: part,
    startupapicheck: { affinity },
  };
}
