import type { CheckName } from "../../checks/all";
import type { Deviation } from "../../ledger";
import type { Lab } from "../lab";
import { autoscalerReference } from "./autoscaler";
import { SHOP } from "./names";

const SOURCE =
  "document 003, section 4 (Horizontal Pod Autoscaler Tuning); Kubernetes API reference, HorizontalPodAutoscaler v2";

/** What the printed fragment lacks before it is an autoscaler. */
export function shopDeviations(lab: Lab): readonly Deviation<CheckName>[] {
  const object = autoscalerReference(lab);
  const { minReplicas, maxReplicas } = lab.shop.backend;
  return [
    {
      id: "M1-target",
      object,
      path: ["spec", "scaleTargetRef"],
      deployed: { apiVersion: "apps/v1", kind: "Deployment", name: SHOP.backend },
      reason: "The fragment names nothing that it scales.",
      source: SOURCE,
      without: { by: "api-server", answer: "spec.scaleTargetRef.kind: Required value" },
    },
    {
      id: "M1-maximum",
      object,
      path: ["spec", "maxReplicas"],
      deployed: maxReplicas,
      reason: "The fragment has no bound, and the document no number.",
      source: SOURCE,
      without: { by: "api-server", answer: "spec.maxReplicas: Invalid value: 0: must be greater than 0" },
    },
    {
      id: "M1-minimum",
      object,
      path: ["spec", "minReplicas"],
      deployed: minReplicas,
      reason: "Without it there may be a single pod, and a drain of its node would wait for good or end the service.",
      source: SOURCE,
      without: { by: "check", check: "disruption-budgets", answer: "minAvailable 1 of 1 pods lets none go" },
    },
  ];
}
