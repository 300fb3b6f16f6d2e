import { k8s } from "cdk8s-plus-29";
import { CRITICAL_CLASS } from "../../../config/reference/priority-classes";
import { restrictedContainer } from "../../restricted-container";
import type { Lab } from "../lab";
import { answers, NAME_LABEL, podLabels, restrictedPod, scratch, serviceFor } from "../pods";
import { SHOP } from "./names";

/** User and group of the image, `app`. Source: stefanprodan/podinfo 6.5.0, Dockerfile (the first system user and group that Alpine gives out). */
const APP_USER = 100;
const APP_GROUP = 101;

type Amount = Lab["shop"]["backend"]["resources"]["requests"];

/**
 * The service. The number of its pods is the autoscaler's. An update adds a pod before it takes one away, and a pod that ends goes on answering for
 * three seconds, until nobody sends it anything more; the image does that by itself.
 *
 * Requests and limits are the documented example's.
 *
 * Source: document 003, sections 1 (Application Health Verification), 4 (Resource Limits Optimization) and 9 (New Service Onboarding).
 */
export function backendDeployment({ shop }: Lab): k8s.KubeDeploymentProps {
  const labels = podLabels(SHOP.backend);
  return {
    metadata: { name: SHOP.backend, namespace: shop.namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      strategy: {
        type: "RollingUpdate",
        rollingUpdate: { maxSurge: k8s.IntOrString.fromNumber(1), maxUnavailable: k8s.IntOrString.fromNumber(0) },
      },
      template: {
        metadata: { labels },
        spec: {
          ...restrictedPod(APP_USER, APP_GROUP),
          serviceAccountName: SHOP.backend,
          automountServiceAccountToken: false,
          priorityClassName: CRITICAL_CLASS,
          topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
            maxSkew: 1,
            topologyKey,
            // A lab may have one node: pods together are better than none.
            whenUnsatisfiable: "ScheduleAnyway",
            labelSelector: { matchLabels: labels },
          })),
          containers: [backendContainer(shop)],
          volumes: [scratch("data", "16Mi")],
        },
      },
    },
  };
}

function backendContainer({ backend }: Lab["shop"]): k8s.Container {
  const { requests, limits } = backend.resources;
  return {
    name: SHOP.backend,
    image: backend.image,
    command: ["./podinfo", `--port=${SHOP.port}`, "--level=info"],
    ports: [{ name: "http", containerPort: SHOP.port, protocol: "TCP" }],
    resources: { requests: amount(requests), limits: amount(limits) },
    readinessProbe: answers("/readyz", "http", { periodSeconds: 5, failureThreshold: 3 }),
    livenessProbe: answers("/healthz", "http", { periodSeconds: 10, failureThreshold: 3 }),
    securityContext: restrictedContainer(),
    // What /store keeps; nothing of the mix writes there.
    volumeMounts: [{ name: "data", mountPath: "/data" }],
  };
}

function amount({ cpu, memory }: Amount) {
  return { cpu: k8s.Quantity.fromString(cpu.toString()), memory: k8s.Quantity.fromString(memory.toString()) };
}

/** The documented Service. Source: document 003, section 1 (Application Health Verification: port-forward 8080:8080). */
export function backendService({ shop }: Lab): k8s.KubeServiceProps {
  return serviceFor(SHOP.service, shop.namespace, SHOP.backend, SHOP.port);
}

/** One pod at a time may go, and never the last one. Not documented. */
export function backendBudget({ shop }: Lab): k8s.KubePodDisruptionBudgetProps {
  return {
    metadata: { name: SHOP.backend, namespace: shop.namespace, labels: podLabels(SHOP.backend) },
    spec: {
      minAvailable: k8s.IntOrString.fromNumber(1),
      selector: { matchLabels: { [NAME_LABEL]: SHOP.backend } },
    },
  };
}
