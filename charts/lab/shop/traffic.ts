import type { k8s } from "cdk8s-plus-29";
import type { Lab } from "../lab";
import { contained, podLabels, restrictedPod } from "../pods";
import { SHOP } from "./names";
import { pauseSeconds, TRAFFIC_SCRIPT, trafficRound } from "./traffic-round";

/** A user without a name: nothing is written. */
const NOBODY = 65_532;

/** Whom the generator asks. */
export function backendAddress({ shop }: Pick<Lab, "shop">): string {
  return `http://${SHOP.service}.${shop.namespace}.svc.cluster.local:${SHOP.port}`;
}

/**
 * Customers, one pod of them. It gives way to everything else: without it the objectives are judged by nothing, which is no outage.
 *
 * Source: document 003, section 1 (Application Health Verification: 1/1 READY); its requests are not documented.
 */
export function trafficDeployment(lab: Lab): k8s.KubeDeploymentProps {
  const { namespace, traffic } = lab.shop;
  const labels = podLabels(SHOP.traffic);
  return {
    metadata: { name: SHOP.traffic, namespace, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      // Two at once would be twice the traffic.
      strategy: { type: "Recreate" },
      template: {
        metadata: { labels },
        spec: {
          ...restrictedPod(NOBODY),
          serviceAccountName: SHOP.traffic,
          automountServiceAccountToken: false,
          priorityClassName: "batch",
          terminationGracePeriodSeconds: 5,
          containers: [
            {
              name: SHOP.traffic,
              image: traffic.image,
              command: ["/bin/sh", "-uc", TRAFFIC_SCRIPT],
              env: [
                { name: "TARGET", value: backendAddress(lab) },
                { name: "ROUND", value: trafficRound(traffic.mix).join(" ") },
                { name: "TIMEOUT", value: `${traffic.timeoutSeconds}` },
                { name: "PAUSE", value: pauseSeconds(traffic.requestsPerSecond) },
              ],
              ...contained("50m", "32Mi", "64Mi"),
            },
          ],
        },
      },
    },
  };
}
