import { k8s } from "cdk8s-plus-29";
import { systemChart } from "../system-chart";
import { caWriterAccount, caWriterBinding, caWriterRole } from "./ca-writer";

/**
 * Who writes the mesh's intermediate CA. A chart of its own, because the CA has to be there before istiod is: without it istiod makes one itself.
 *
 * Source: document 002, sections 3 and 6.
 */
export const ISTIO_CA = systemChart({
  name: "istio-ca",
  folder: "charts/istio",
  appliedBy: "pulumi",
  needs: ["istio"],
  waitsFor: "namespaces",
  build: (chart, platform) => {
    new k8s.KubeServiceAccount(chart, "ca-writer", caWriterAccount(platform));
    new k8s.KubeRole(chart, "ca-writer-role", caWriterRole(platform));
    new k8s.KubeRoleBinding(chart, "ca-writer-binding", caWriterBinding(platform));
  },
});
