import { ApiObject, type Chart } from "cdk8s";
import { k8s, ServiceAccount } from "cdk8s-plus-29";
import { systemChart } from "../../system-chart";
import { LAB_PARTS, type LabPlatform } from "../lab";
import { podLabels } from "../pods";
import { autoscalerReference, documentedAutoscaler } from "./autoscaler";
import { backendBudget, backendDeployment, backendService } from "./backend";
import { shopDeviations } from "./deviations";
import { SHOP } from "./names";
import { shopNetworkPolicies } from "./network-policies";
import { trafficDeployment } from "./traffic";

/**
 * The shop of the SRE lab: the service that its exercises are about, and its customers.
 *
 * Source: document 003, sections 1 (Application Health Verification) and 4 (Resource Limits Optimization, Horizontal Pod Autoscaler Tuning).
 */
export const SRE_SHOP = systemChart({
  needs: LAB_PARTS,
  name: "sre-shop",
  folder: "charts/lab/shop",
  appliedBy: "pulumi",
  build,
  printed: (lab) => [autoscalerReference(lab)],
  deviations: shopDeviations,
});

function build(chart: Chart, lab: LabPlatform): void {
  for (const policy of shopNetworkPolicies(lab)) {
    new k8s.KubeNetworkPolicy(chart, `policy-${policy.metadata?.name}`, policy);
  }
  for (const name of [SHOP.backend, SHOP.traffic]) {
    const metadata = { name, namespace: lab.shop.namespace, labels: podLabels(name) };
    new ServiceAccount(chart, `account-${name}`, { metadata, automountToken: false });
  }
  new k8s.KubeService(chart, "service", backendService(lab));
  new k8s.KubePodDisruptionBudget(chart, "disruption-budget", backendBudget(lab));
  new k8s.KubeDeployment(chart, "backend", backendDeployment(lab));
  new ApiObject(chart, "autoscaler", documentedAutoscaler(lab));
  new k8s.KubeDeployment(chart, "traffic", trafficDeployment(lab));
}
