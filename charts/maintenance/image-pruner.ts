import { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../config/parts";
import { WEEKDAYS } from "../../config/reference/weekdays";
import { restrictedContainer } from "../restricted-container";
import { firstMoment, pruneScript } from "./prune-script";

/** Name of the DaemonSet and of its account. */
export const IMAGE_PRUNER = "image-pruner";

/** Where containerd listens. Source: amazon-eks-ami, AL2023, /etc/containerd/config.toml; document 000, section 1 (containerd 1.7.18). */
export const CONTAINERD_SOCKET = "/run/containerd/containerd.sock";

/** Labels of its pods. */
const LABELS = { "app.kubernetes.io/name": IMAGE_PRUNER };

/** The account of its pods, which may do nothing of Kubernetes. */
export function prunerAccount({ maintenance }: PlatformWith<"maintenance">): k8s.KubeServiceAccountProps {
  const { namespace } = maintenance.imagePruning;
  return { metadata: { name: IMAGE_PRUNER, namespace, labels: LABELS }, automountServiceAccountToken: false };
}

/**
 * A pod on every node, whatever its taints, that removes unused images once a week. The documents ask for a "DaemonSet CronJob", which Kubernetes hasn't: a CronJob's pods can be
 * spread, but nothing says that each node gets one. So it is a DaemonSet whose container sleeps until its time.
 *
 * It is root, because the socket is root's, without any capability; of the node it sees that socket alone. Who has it can start any container on the node: the namespace
 * holds nothing else.
 *
 * Source: document 000, section 3 (PLAT-4893); kubelet's own collection at 85 % stays as it is.
 */
export function imagePruner(platform: PlatformWith<"maintenance">): k8s.KubeDaemonSetProps {
  return {
    metadata: { name: IMAGE_PRUNER, namespace: platform.maintenance.imagePruning.namespace, labels: LABELS },
    spec: {
      selector: { matchLabels: LABELS },
      updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: k8s.IntOrString.fromString("10%") } },
      template: {
        metadata: { labels: LABELS },
        spec: {
          priorityClassName: "platform-service",
          serviceAccountName: IMAGE_PRUNER,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          tolerations: [{ operator: "Exists" }],
          terminationGracePeriodSeconds: 10,
          securityContext: { runAsUser: 0, runAsGroup: 0, seccompProfile: { type: "RuntimeDefault" } },
          containers: [prunerContainer(platform)],
          volumes: [{ name: "containerd", hostPath: { path: CONTAINERD_SOCKET, type: "Socket" } }],
        },
      },
    },
  };
}

function prunerContainer({ maintenance }: PlatformWith<"maintenance">): k8s.Container {
  const { image, weekday, hour, spread } = maintenance.imagePruning;
  return {
    name: IMAGE_PRUNER,
    image,
    command: ["/bin/sh", "-euc", pruneScript()],
    env: [
      { name: "NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } },
      { name: "FIRST_MOMENT", value: `${firstMoment(WEEKDAYS.indexOf(weekday), hour)}` },
      { name: "SPREAD_SECONDS", value: `${spread.seconds}` },
      { name: "CONTAINER_RUNTIME_ENDPOINT", value: `unix://${CONTAINERD_SOCKET}` },
    ],
    resources: {
      requests: { cpu: k8s.Quantity.fromString("10m"), memory: k8s.Quantity.fromString("32Mi") },
      limits: { cpu: k8s.Quantity.fromString("200m"), memory: k8s.Quantity.fromString("64Mi") },
    },
    securityContext: restrictedContainer(),
    volumeMounts: [{ name: "containerd", mountPath: CONTAINERD_SOCKET }],
  };
}
