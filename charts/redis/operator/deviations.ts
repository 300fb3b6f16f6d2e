import type { PlatformWith } from "../../../config/parts";
import { SERVICE_CLASS } from "../../../config/reference/priority-classes";
import type { CheckName } from "../../checks/all";
import { type ObjectReference, referenceOf } from "../../kube-object";
import type { Deviation } from "../../ledger";
import { documentedDeployment } from "./deployment";
import { HEALTH_PORT, METRICS_PORT, redisOperator } from "./operator";

/** Why the operator's Deployment is not deployed as printed. */
export function redisOperatorDeviations(platform: PlatformWith<"redisOperator">): readonly Deviation<CheckName>[] {
  const { name, namespace, version } = redisOperator(platform);
  const object = referenceOf(documentedDeployment(redisOperator(platform)));
  return [
    ...probeDeviations(object),
    {
      id: "R3",
      object,
      path: ["metadata", "annotations", "deployment.kubernetes.io/revision"],
      documented: "7",
      reason: "The Deployment's controller counts its revisions there, and takes the field over.",
      source:
        "kubernetes v1.29.14, pkg/controller/deployment/util/deployment_util.go (SetNewReplicaSetAnnotations, SetDeploymentRevision)",
      without: { by: "second-writer", answer: 'conflict with "kube-controller-manager"' },
    },
    {
      id: "P1 redis-operator",
      object,
      path: ["spec", "template", "spec", "priorityClassName"],
      deployed: SERVICE_CLASS,
      reason: "Without a class the operator would make room for any service's pod.",
      source: "docs/decisions.md, W4; document 000, section 1 (Eviction Order)",
      without: { by: "check", check: "unranked-pods", answer: "its pods name no priority class" },
    },
    {
      id: "R11",
      object,
      path: ["spec", "template", "spec", "topologySpreadConstraints"],
      documented: [],
      reason: "The API server doesn't keep an empty list, so every update would find it missing and write again.",
      source: "compatibility page, section 0; Kubernetes API reference, server-side apply",
      without: { by: "second-apply", answer: "the second apply changes the object" },
    },
    helmDeviation("R4-managed-by", object, ["labels", "app.kubernetes.io/managed-by"], "helm"),
    helmDeviation("R4-chart", object, ["labels", "helm.sh/chart"], `${name}-${version}`),
    helmDeviation("R4-release-name", object, ["annotations", "meta.helm.sh/release-name"], name),
    helmDeviation("R4-release-namespace", object, ["annotations", "meta.helm.sh/release-namespace"], namespace),
  ];
}

/** The probes ask the port that answers them, which the container declares. */
function probeDeviations(object: ObjectReference): readonly Deviation<CheckName>[] {
  const container = ["spec", "template", "spec", "containers", 0];
  const source =
    "document 000, section 5 (HEALTH_PROBE_BIND_ADDRESS); controller-runtime, pkg/manager (HealthProbeBindAddress)";
  const port = (id: string, probe: string, answer: string): Deviation<CheckName> => ({
    id,
    object,
    path: [...container, probe, "httpGet", "port"],
    documented: METRICS_PORT,
    deployed: HEALTH_PORT,
    reason: "The documented settings serve health checks at another port than metrics; the metrics' port answers 404.",
    source,
    without: { by: "check", check: "probe-ports", answer },
  });
  const elsewhere = `asks port ${METRICS_PORT}, where METRICS_BIND_ADDRESS has the metrics`;
  return [
    {
      id: "R1-port",
      object,
      path: [...container, "ports", 2],
      deployed: { containerPort: HEALTH_PORT, name: "health", protocol: "TCP" },
      reason: "The port of the health checks is one of the container's like the others.",
      source,
      without: {
        by: "check",
        check: "probe-ports",
        answer: `asks port ${HEALTH_PORT}, which the container doesn't declare`,
      },
    },
    port("R1-liveness", "livenessProbe", `livenessProbe ${elsewhere}`),
    port("R1-readiness", "readinessProbe", `readinessProbe ${elsewhere}`),
  ];
}

function helmDeviation(id: string, object: ObjectReference, path: readonly string[], documented: string) {
  return {
    id,
    object,
    path: ["metadata", ...path],
    documented,
    reason: "No Helm release has this object; a later `helm install` would take these marks for one of its own.",
    source: "Helm 3, pkg/action/validate.go (checkOwnership); compatibility page, R4",
    without: { by: "check", check: "helm-ownership", answer: `${path[1]} is ${documented}` },
  } as const satisfies Deviation<CheckName>;
}
