import { autoscalersOf } from "../../charts/checks/scaled-workloads";
import { type KubeObject, referenceOf, referenceText } from "../../charts/kube-object";
import { resourceText } from "../../policies/resource";
import type { PlanIndex } from "../plan-index";
import type { NotCounted } from "./pod-set";
import { scales } from "./template-pods";

const HELM_RELEASE = "kubernetes:helm.sh/v3:Release";
const ADD_ON = "aws:eks/addon:Addon";

/** Pods of which there are only signs: what charts and add-ons bring, and what is scaled and deployed elsewhere. */
export function notRendered(plan: PlanIndex, objects: readonly KubeObject[]): readonly NotCounted[] {
  const brought = [...plan.ofType(HELM_RELEASE), ...plan.ofType(ADD_ON)].map((resource) => ({
    object: resourceText(resource),
    reason: "its pods are made elsewhere, from its values",
  }));
  const scaled = autoscalersOf(objects)
    .filter((autoscaler) => !objects.some((object) => scales(autoscaler, object)))
    .map((autoscaler) => ({
      object: referenceText(referenceOf(autoscaler)),
      reason: "what it scales isn't rendered",
    }));
  return [...brought, ...scaled];
}
