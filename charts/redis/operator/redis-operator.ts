import { ApiObject, type Chart } from "cdk8s";
import { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { referenceOf } from "../../kube-object";
import { systemChart } from "../../system-chart";
import { documentedDeployment } from "./deployment";
import { redisOperatorDeviations } from "./deviations";
import { networkPolicy } from "./network-policy";
import { objectLabels, redisOperator } from "./operator";
import { clusterGrant, leaderElectionGrant, upgradeGrant } from "./rights";
import { metricsService, webhookService } from "./services";
import { webhookCertificate, webhookIssuer } from "./webhook-certificate";

/**
 * The operator of the Redis clusters, with what the documents leave out and its pod doesn't run without.
 *
 * There is no disruption budget: of one pod it would either do nothing or keep every node under it from being drained, and Redis goes on
 * without its operator.
 *
 * Source: document 000, sections 5 and 6; compatibility page, section 4.
 */
export const REDIS_OPERATOR = systemChart({
  name: "redis-operator",
  folder: "charts/redis/operator",
  appliedBy: "pulumi",
  needs: ["redisOperator", "redis", "addOns.cert-manager"],
  build,
  printed: (platform) => [referenceOf(documentedDeployment(redisOperator(platform)))],
  deviations: redisOperatorDeviations,
});

function build(chart: Chart, platform: PlatformWith<"redis" | "redisOperator">): void {
  const operator = redisOperator(platform);
  const { name, namespace } = operator;
  new k8s.KubeServiceAccount(chart, "service-account", {
    metadata: { name, namespace, labels: objectLabels(operator) },
    // The documented pod asks for the token itself; no other pod gets it by naming the account.
    automountServiceAccountToken: false,
  });
  buildRights(chart, platform);
  new k8s.KubeNetworkPolicy(chart, "network-policy", networkPolicy(platform));
  new k8s.KubeService(chart, "metrics-service", metricsService(operator));
  new k8s.KubeService(chart, "webhook-service", webhookService(operator));
  new ApiObject(chart, "webhook-issuer", webhookIssuer(operator));
  new ApiObject(chart, "webhook-certificate", webhookCertificate(operator));
  new ApiObject(chart, "deployment", documentedDeployment(operator));
}

/** Roles before their bindings: a binding's role can't be changed, and one without its role grants nothing. */
function buildRights(chart: Chart, platform: PlatformWith<"redis" | "redisOperator">): void {
  const watch = clusterGrant(platform);
  new k8s.KubeClusterRole(chart, `${watch.id}-role`, watch.role);
  new k8s.KubeClusterRoleBinding(chart, `${watch.id}-binding`, watch.binding);
  for (const { id, role, binding } of [upgradeGrant(platform), leaderElectionGrant(platform)]) {
    new k8s.KubeRole(chart, `${id}-role`, role);
    new k8s.KubeRoleBinding(chart, `${id}-binding`, binding);
  }
}
