import { ApiObject } from "cdk8s";
import { systemChart } from "../system-chart";
import { istioDeviations } from "./deviations";
import { peerAuthentications } from "./peer-authentications";

/** What the mesh is told after it is installed: what sidecars accept. Source: document 002, section 3, step 4. */
export const ISTIO = systemChart({
  name: "istio",
  folder: "charts/istio",
  appliedBy: "pulumi",
  needs: ["istio"],
  build: (chart, platform) => {
    for (const policy of peerAuthentications(platform)) {
      new ApiObject(chart, `peer-authentication-${policy.metadata.namespace}`, policy);
    }
  },
  deviations: istioDeviations,
});
