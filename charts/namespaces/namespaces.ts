import { k8s } from "cdk8s-plus-29";
import type { SystemChart } from "../system-chart";
import { namespaceLabels } from "./namespace-labels";

/**
 * The namespaces that the platform owns, before everything that lives in them. Those of Kubernetes itself exist already.
 *
 * Source: document 002, section 3 (Peer Authentication Audit); documents 000 and 001 for those of the add-ons and of Karpenter.
 */
export const NAMESPACES: SystemChart = {
  name: "namespaces",
  folder: "charts/namespaces",
  appliedBy: "pulumi",
  waitsFor: "nodes",
  build: (chart, platform) => {
    for (const [name, namespace] of Object.entries(platform.namespaces)) {
      new k8s.KubeNamespace(chart, name, { metadata: { name, labels: namespaceLabels(namespace) } });
    }
  },
};
