import type { KubeObject, ObjectReference } from "../../kube-object";
import type { Lab } from "../lab";
import { SHOP } from "./names";

/**
 * The autoscaler as the document prints it: metrics and behaviour, without a name, a target or any bound. An object has to have a name, which is
 * that of what it scales; the ledger adds the rest.
 *
 * Source: document 003, section 4 (Horizontal Pod Autoscaler Tuning).
 */
export function documentedAutoscaler({ shop }: Pick<Lab, "shop">): KubeObject {
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: SHOP.backend, namespace: shop.namespace },
    spec: {
      metrics: [
        { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } } },
      ],
      behavior: {
        scaleUp: {
          stabilizationWindowSeconds: 60,
          policies: [{ type: "Percent", value: 100, periodSeconds: 60 }],
        },
        scaleDown: {
          stabilizationWindowSeconds: 300,
          policies: [{ type: "Percent", value: 25, periodSeconds: 60 }],
        },
      },
    },
  };
}

/** What {@link documentedAutoscaler} makes. */
export function autoscalerReference({ shop }: Pick<Lab, "shop">): ObjectReference {
  return { group: "autoscaling", kind: "HorizontalPodAutoscaler", namespace: shop.namespace, name: SHOP.backend };
}
