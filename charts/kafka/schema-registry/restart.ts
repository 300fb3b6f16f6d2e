import { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { awayFromDataNodes } from "../../away-from-data-nodes";
import { restrictedContainer } from "../../restricted-container";
import { kafkaNamespace } from "../strimzi";
import { SCHEMA_REGISTRY_NAME } from "./address";

/** Name of the CronJob, its account and its role. */
export const RESTART_NAME = `${SCHEMA_REGISTRY_NAME}-restart`;

/** A user without a name or anything of its own: kubectl writes to its cache only. */
const NOBODY = 65_532;

function metadata(platform: PlatformWith<"addOns.strimzi-kafka-operator">) {
  return { name: RESTART_NAME, namespace: kafkaNamespace(platform) };
}

/**
 * The right to restart the registry: to read and change that one Deployment. kubectl reads it before it writes the time of the restart into its pods' annotations.
 * Who may change a Deployment may run anything as its account, so that nothing else gets this account.
 *
 * Source: Kubernetes, kubectl rollout restart (polymorphichelpers, defaultObjectRestarter).
 */
export function restartRole(platform: PlatformWith<"addOns.strimzi-kafka-operator">): k8s.KubeRoleProps {
  return {
    metadata: metadata(platform),
    rules: [
      {
        apiGroups: ["apps"],
        resources: ["deployments"],
        resourceNames: [SCHEMA_REGISTRY_NAME],
        verbs: ["get", "patch"],
      },
    ],
  };
}

/** Gives the CronJob's account that right. */
export function restartRoleBinding(platform: PlatformWith<"addOns.strimzi-kafka-operator">): k8s.KubeRoleBindingProps {
  return {
    metadata: metadata(platform),
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: RESTART_NAME },
    subjects: [{ kind: "ServiceAccount", name: RESTART_NAME, namespace: kafkaNamespace(platform) }],
  };
}

/**
 * Restarts the instances from time to time, one by one, as an update would: Kafka's clients read their keystore when they start, and its password is a
 * variable of the container. Strimzi renews a certificate 30 days before it ends, and the old one is good until then, so that a restart a week is never late.
 *
 * Strimzi restarts Connect's workers itself.
 *
 * Source: Apache Kafka 3.7, SslFactory (only brokers reload stores); strimzi-kafka-operator 0.42.0, CertificateAuthority (renewalDays, 30).
 */
export function restartCronJob(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "schemaRegistry">,
): k8s.KubeCronJobProps {
  const { schedule, image } = platform.schemaRegistry.restart;
  return {
    metadata: metadata(platform),
    spec: {
      schedule,
      timeZone: "Etc/UTC",
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 3_600,
      jobTemplate: {
        spec: {
          backoffLimit: 2,
          activeDeadlineSeconds: 900,
          template: {
            metadata: { labels: { "app.kubernetes.io/name": RESTART_NAME } },
            spec: {
              restartPolicy: "Never",
              serviceAccountName: RESTART_NAME,
              automountServiceAccountToken: true,
              enableServiceLinks: false,
              ...awayFromDataNodes(platform),
              securityContext: {
                runAsNonRoot: true,
                runAsUser: NOBODY,
                runAsGroup: NOBODY,
                seccompProfile: { type: "RuntimeDefault" },
              },
              containers: [kubectl(image, kafkaNamespace(platform))],
              volumes: [{ name: "cache", emptyDir: { sizeLimit: k8s.Quantity.fromString("16Mi") } }],
            },
          },
        },
      },
    },
  };
}

function kubectl(image: string, namespace: string): k8s.Container {
  return {
    name: "kubectl",
    image,
    args: [
      "--cache-dir=/cache",
      `--namespace=${namespace}`,
      "rollout",
      "restart",
      `deployment/${SCHEMA_REGISTRY_NAME}`,
    ],
    resources: {
      requests: { cpu: k8s.Quantity.fromString("50m"), memory: k8s.Quantity.fromString("64Mi") },
      limits: { cpu: k8s.Quantity.fromString("200m"), memory: k8s.Quantity.fromString("128Mi") },
    },
    securityContext: restrictedContainer(),
    volumeMounts: [{ name: "cache", mountPath: "/cache" }],
  };
}
