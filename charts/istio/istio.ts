import { ApiObject } from "cdk8s";
import { k8s } from "cdk8s-plus-29";
import type { SystemChart } from "../system-chart";
import { caWriterAccount, caWriterBinding, caWriterRole } from "./ca-writer";
import { istioDeviations } from "./deviations";
import { peerAuthentications } from "./peer-authentications";

/**
 * What the mesh is told after it is installed: who writes its intermediate CA, and what sidecars accept.
 *
 * Source: document 002, sections 3 and 6.
 */
export const ISTIO: SystemChart = {
  name: "istio",
  folder: "charts/istio",
  appliedBy: "pulumi",
  build: (chart, platform) => {
    new k8s.KubeServiceAccount(chart, "ca-writer", caWriterAccount(platform));
    new k8s.KubeRole(chart, "ca-writer-role", caWriterRole(platform));
    new k8s.KubeRoleBinding(chart, "ca-writer-binding", caWriterBinding(platform));
    for (const policy of peerAuthentications(platform)) {
      new ApiObject(chart, `peer-authentication-${policy.metadata.namespace}`, policy);
    }
  },
  deviations: istioDeviations,
};
