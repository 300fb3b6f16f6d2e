import { ApiObject, type Chart } from "cdk8s";
import type { Deviation } from "../charts/ledger";
import type { SystemChart } from "../charts/system-chart";

/** Objects of one application: what runs it, and what that needs. */
export const OBJECTS_PER_APPLICATION = 4;

/** Applications for each entry of the ledger; about as many as the real charts have. */
export const APPLICATIONS_PER_DEVIATION = 5;

/** Objects that a process synthesizes before it is measured. */
export const WARM_UP_OBJECTS = 1000;

/** Applications for each namespace. */
const APPLICATIONS_PER_NAMESPACE = 25;

/** Documented and deployed replicas of the applications that deviate. */
const REPLICAS = { documented: 2, deployed: 3 } as const;

/**
 * A chart of as many objects as asked for, to see how the cost of synth grows with their number: applications of a ServiceAccount, a ConfigMap, a Service and a Deployment each, every fifth with an entry in the ledger.
 *
 * @param objects a multiple of four
 * @throws {RangeError} for any other number
 */
export function syntheticChart(objects: number): SystemChart {
  const applications = objects / OBJECTS_PER_APPLICATION;
  if (!Number.isInteger(applications)) {
    throw new RangeError(
      `${objects} objects are no whole number of applications, which have ${OBJECTS_PER_APPLICATION} each.`,
    );
  }
  const indices = Array.from({ length: applications }, (_, index) => index);
  return {
    name: "synthetic",
    folder: "bench",
    appliedBy: "pulumi",
    build: (chart) => {
      for (const index of indices) buildApplication(chart, index);
    },
    deviations: () => indices.filter((index) => index % APPLICATIONS_PER_DEVIATION === 0).map(deviation),
  };
}

function place(index: number): { readonly name: string; readonly namespace: string } {
  return { name: `application-${index}`, namespace: `team-${Math.floor(index / APPLICATIONS_PER_NAMESPACE)}` };
}

function buildApplication(chart: Chart, index: number): void {
  const { name, namespace } = place(index);
  const labels = { "app.kubernetes.io/name": name, "app.kubernetes.io/part-of": namespace };
  const metadata = { name, namespace, labels };
  new ApiObject(chart, `${name}-service-account`, {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata,
    automountServiceAccountToken: false,
  });
  new ApiObject(chart, `${name}-configuration`, {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata,
    data: { "application.properties": `server.name=${name}\nserver.port=8080\nlog.level=info\n`, REGION: "on" },
  });
  new ApiObject(chart, `${name}-service`, {
    apiVersion: "v1",
    kind: "Service",
    metadata,
    spec: { selector: labels, ports: [{ name: "http", port: 80, targetPort: "http", protocol: "TCP" }] },
  });
  new ApiObject(chart, `${name}-deployment`, {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata,
    spec: {
      replicas: REPLICAS.documented,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: podSpec(name) },
    },
  });
}

function podSpec(name: string): Readonly<Record<string, unknown>> {
  return {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "application",
        image: `registry.example/${name}:1.0.0`,
        ports: [{ name: "http", containerPort: 8080 }],
        envFrom: [{ configMapRef: { name } }],
        resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "256Mi" } },
        readinessProbe: { httpGet: { path: "/ready", port: "http" }, periodSeconds: 10 },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        },
      },
    ],
  };
}

function deviation(index: number): Deviation<never> {
  return {
    id: `synthetic-${index}`,
    object: { group: "apps", kind: "Deployment", ...place(index) },
    path: ["spec", "replicas"],
    documented: REPLICAS.documented,
    deployed: REPLICAS.deployed,
    reason: "Measures the ledger.",
    source: "bench/synthetic-chart.ts",
    without: { by: "api-server", answer: "" },
  };
}
