import { type Changeable, objectNamed, type Things } from "../../estate-fixture";

/** Labels of the pods of {@link deployment}. */
const LABELS = { app: "web" };

/** A Deployment of two pods that no rule objects to. */
export function deployment(): Changeable {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web", namespace: "shop" },
    spec: { replicas: 2, selector: { matchLabels: LABELS }, template: { metadata: { labels: LABELS }, spec: pod() } },
  };
}

/** A CronJob that no rule objects to. */
export function cronJob(): Changeable {
  return {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name: "report", namespace: "shop" },
    spec: {
      schedule: "0 4 * * *",
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 600,
      jobTemplate: { spec: { activeDeadlineSeconds: 3600, template: { spec: pod() } } },
    },
  };
}

function pod(): Changeable {
  return {
    serviceAccountName: "web",
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "web",
        image: "registry.test/web:1.2.3",
        ports: [{ name: "http", containerPort: 8080 }],
        livenessProbe: { httpGet: { path: "/healthz", port: "http" } },
        readinessProbe: { httpGet: { path: "/readyz", port: 8080 } },
        resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "128Mi" } },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ["ALL"] },
          readOnlyRootFilesystem: true,
        },
      },
    ],
  };
}

/** The namespace of both, with the level that it enforces. */
export function namespace(level = "baseline"): Changeable {
  const labels = { "pod-security.kubernetes.io/enforce": level };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels } };
}

/** A Service that sends to the pods of {@link deployment}. */
export function service(): Changeable {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web-http", namespace: "shop" },
    spec: { type: "ClusterIP", selector: LABELS, ports: [{ port: 80, targetPort: "http" }] },
  };
}

/** A disruption budget of the pods of {@link deployment}. */
export function budget(name = "web-budget"): Changeable {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name, namespace: "shop" },
    spec: { maxUnavailable: 1, selector: { matchLabels: LABELS } },
  };
}

/** A role or binding of RBAC. */
export function rbac(kind: string, name: string, fields: object): Changeable {
  const apiVersion = "rbac.authorization.k8s.io/v1";
  const metadata = kind.startsWith("Cluster") ? { name } : { name, namespace: "shop" };
  return { apiVersion, kind, metadata, ...fields };
}

/** The pod of the Deployment, to be changed. */
export function podIn(things: Things): Changeable {
  return objectNamed(things, "web").spec.template.spec;
}

/** Its container, to be changed. */
export function containerIn(things: Things): Changeable {
  return podIn(things).containers[0];
}

/** Where the pod stands in the Deployment. */
export const POD = "apps/Deployment shop/web: spec.template.spec";

/** Where its container stands. */
export const CONTAINER = `${POD}.containers[0]`;
