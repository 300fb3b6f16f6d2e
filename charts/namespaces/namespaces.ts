import { k8s } from "cdk8s-plus-29";
import type { SystemChart } from "../system-chart";
import { namespaceLabels } from "./namespace-labels";

/**
 * The namespaces that the platform owns, before everything that lives in them. Those of Kubernetes itself exist already.
 *
 * Source: document 002, sections 3 (Peer Authentication Audit) and 13 (sidecars); document 000, sections 1 and 5; document 001, section 1.
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
