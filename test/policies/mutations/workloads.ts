import type { Changeable } from "../estate-fixture";
import { changeInputs, changeObject, type Mutation, type Mutations } from "./mutation";

const RELEASE = "kubernetes:helm.sh/v3:Release";

/** What the rules about pods, and about what stands around them, have to catch. */
export const workloadMutations: Mutations = {
  "image-pinned": [
    { what: "an image without a tag", change: inContainer("redis-operator", (one) => set(one, "image", "redis")) },
    {
      what: "tag latest for the workers of Kafka Connect",
      change: changeObject("KafkaConnect", ({ spec }) => set(spec, "image", "registry.test/connect:latest")),
    },
  ],
  "release-images": [
    {
      what: "tag latest among the values of a chart",
      change: changeInputs(RELEASE, ({ values }) => set(values, "image", { tag: "latest" })),
    },
  ],
  "container-resources": [
    {
      what: "a limit of memory taken away",
      change: inContainer("redis-operator", ({ resources }) => delete resources.limits),
    },
    {
      what: "an init container that states nothing",
      change: changeObject(
        "CronJob",
        (job) => delete podOf(job).initContainers[0].resources,
        /^redis-prod-main-backup$/,
      ),
    },
  ],
  "container-probes": [
    { what: "a liveness probe taken away", change: inContainer("schema-registry", (one) => delete one.livenessProbe) },
    {
      what: "a readiness probe taken away",
      change: inContainer("schema-registry", (one) => delete one.readinessProbe),
    },
  ],
  "probe-addresses": [
    {
      what: "health checks bound to the container",
      change: inContainer("redis-operator", ({ env }) =>
        set(env.find(named("HEALTH_PROBE_BIND_ADDRESS")), "value", "127.0.0.1:8081"),
      ),
    },
    {
      what: "a listener bound to the container",
      change: inContainer("schema-registry", ({ env }) =>
        set(env.find(named("SCHEMA_REGISTRY_LISTENERS")), "value", "http://localhost:8081"),
      ),
    },
  ],
  "pod-security-level": [
    {
      what: "a pod that its restricted namespace refuses",
      change: changeObject("StatefulSet", (one) => delete podOf(one).securityContext),
    },
    {
      what: "a level raised above the pods of a namespace",
      change: changeObject(
        "Namespace",
        ({ metadata }) => set(metadata.labels, "pod-security.kubernetes.io/enforce", "restricted"),
        /^redis-system$/,
      ),
    },
    {
      what: "a path of the node in a baseline namespace",
      change: changeObject("Deployment", (one) => {
        podOf(one).volumes = [{ name: "node", hostPath: { path: "/var/lib/kubelet" } }];
      }),
    },
  ],
  "host-access": [
    { what: "the node's network", change: changeObject("Deployment", (one) => set(podOf(one), "hostNetwork", true)) },
    {
      what: "a listed workload under another name",
      change: changeObject("DaemonSet", ({ metadata }) => set(metadata, "name", "another")),
    },
  ],
  "host-access-needed": [
    {
      what: "a listed workload that uses its node no more",
      change: changeObject("DaemonSet", (one) => delete podOf(one).volumes),
    },
  ],
  "container-privileges": [
    {
      what: "capabilities kept",
      change: inContainer("schema-registry", ({ securityContext }) => delete securityContext.capabilities),
    },
    {
      what: "privileges that can be gained",
      change: changeObject("CronJob", (job) => delete podOf(job).containers[0].securityContext, /^analytics/),
    },
  ],
  "non-root-pods": [
    {
      what: "a pod that may run as root",
      change: changeObject("Deployment", (one) => set(podOf(one).securityContext, "runAsNonRoot", false)),
    },
  ],
  "read-only-root": [
    {
      what: "an image that can be written to",
      change: inContainer("schema-registry", ({ securityContext }) => delete securityContext.readOnlyRootFilesystem),
    },
  ],
  "secret-values": [
    {
      what: "a password in a variable",
      change: inContainer("schema-registry", ({ env }) => {
        const variable = env.find(named("SCHEMA_REGISTRY_KAFKASTORE_SSL_KEYSTORE_PASSWORD"));
        variable.value = "hunter2";
        delete variable.valueFrom;
      }),
    },
    {
      what: "a password of Redis in its configuration",
      change: changeObject(
        "ConfigMap",
        ({ data }) => set(data, "redis.conf", `${data["redis.conf"]}requirepass hunter2\n`),
        /^redis-prod-main$/,
      ),
    },
    {
      what: "a Secret with a value",
      change: ({ objects }) =>
        objects.push({
          apiVersion: "v1",
          kind: "Secret",
          metadata: { name: "alertmanager-receivers", namespace: "monitoring" },
          stringData: { key: "hunter2" },
        }),
    },
  ],
  "release-secrets": [
    {
      what: "a password among the values of a chart",
      change: changeInputs(RELEASE, ({ values }) => set(values, "adminPassword", "hunter2"), /grafana/),
    },
  ],
  "service-account-tokens": [
    {
      what: "a token for a server that asks nothing of the API",
      change: changeObject("StatefulSet", (one) => set(podOf(one), "automountServiceAccountToken", true)),
    },
    {
      what: "an account that mounts its token again",
      change: changeObject("ServiceAccount", (one) => delete one.automountServiceAccountToken, /^etcd-compaction/),
    },
    {
      what: "a role taken away from one that asks",
      change: changeObject("RoleBinding", (one) => delete one.subjects, /^schema-registry-restart$/),
    },
  ],
  "own-service-account": [
    {
      what: "a workload that runs as everybody",
      change: changeObject("Deployment", (one) => delete podOf(one).serviceAccountName),
    },
  ],
  "role-wildcards": [
    { what: "all verbs", change: changeObject("ClusterRole", ({ rules }) => set(rules[0], "verbs", ["*"])) },
    { what: "all resources", change: changeObject("Role", ({ rules }) => set(rules[0], "resources", ["*"])) },
  ],
  "broad-bindings": [
    {
      what: "cluster-admin for an operator",
      change: changeObject("ClusterRoleBinding", ({ roleRef }) => set(roleRef, "name", "cluster-admin")),
    },
    {
      what: "a role for the default account",
      change: changeObject("RoleBinding", ({ subjects }) => set(subjects[0], "name", "default")),
    },
  ],
  "secret-readers": [
    {
      what: "Secrets in every namespace",
      change: changeObject("ClusterRole", ({ rules }) => rules[0].resources.push("secrets")),
    },
  ],
  "service-exposure": [
    { what: "a port of every node", change: changeObject("Service", ({ spec }) => set(spec, "type", "NodePort")) },
    {
      what: "the mesh's gateway opened to the internet",
      change: changeObject(
        "IstioOperator",
        ({ spec }) => delete spec.components.ingressGateways[0].k8s.serviceAnnotations,
      ),
    },
  ],
  "job-deadlines": [
    { what: "a job without an end", change: changeObject("Job", ({ spec }) => delete spec.activeDeadlineSeconds) },
  ],
  "job-history": [
    {
      what: "no failed run kept",
      change: changeObject("CronJob", ({ spec }) => set(spec, "failedJobsHistoryLimit", 0)),
    },
  ],
  "one-budget": [
    {
      what: "a second budget for the pods of a Redis cluster",
      change: (things) => {
        const [first] = things.objects.filter(({ kind }) => kind === "PodDisruptionBudget");
        if (first === undefined) throw new Error("prod has no PodDisruptionBudget to copy.");
        const copy = structuredClone(first);
        copy.metadata.name = "another";
        things.objects.push(copy);
      },
    },
  ],
  "budget-coverage": [
    {
      what: "a budget that covers somebody else",
      change: changeObject(
        "PodDisruptionBudget",
        ({ spec }) => set(spec, "selector", { matchLabels: { app: "another" } }),
        /^schema-registry$/,
      ),
    },
  ],
};

/** Changes the first container of a Deployment's pods. */
function inContainer(deployment: string, change: (container: Changeable) => unknown): Mutation["change"] {
  return changeObject("Deployment", (one) => void change(podOf(one).containers[0]), new RegExp(`^${deployment}$`));
}

/** The pod that an object makes. */
function podOf({ spec }: Changeable): Changeable {
  return (spec.jobTemplate?.spec ?? spec).template.spec;
}

function set(object: Changeable, field: string, value: unknown): void {
  object[field] = value;
}

function named(name: string): (variable: Changeable) => boolean {
  return (variable) => variable.name === name;
}
