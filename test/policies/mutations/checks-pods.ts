import { changeObject, type Mutations, removeObjects } from "./mutation";
import { containerOf, podOf } from "./object-parts";

const OPERATOR = /^redis-operator$/;
const REGISTRY = /^schema-registry$/;
const REDIS = /^redis-prod-main$/;
const COMPACTION = /^etcd-compaction$/;

/** What the checks about what pods name, run and give up have to catch. */
export const podMutations: Mutations = {
  "container-commands": [
    {
      what: "a program and its argument written as one",
      change: changeObject(
        "StatefulSet",
        (servers) => Object.assign(containerOf(servers, "redis"), { command: ["redis-server /etc/redis/redis.conf"] }),
        REDIS,
      ),
    },
  ],
  "node-selectors": [
    {
      what: "a pool selected that no node is of",
      change: changeObject(
        "Deployment",
        (operator) => Object.assign(podOf(operator).nodeSelector, { "node.kubernetes.io/pool": "worker-general" }),
        OPERATOR,
      ),
    },
    {
      what: "a pool required that no node is of",
      change: changeObject(
        "Deployment",
        (registry) => {
          const { nodeAffinity } = podOf(registry).affinity;
          const [term] = nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
          term.matchExpressions[0].values = ["worker-general"];
        },
        REGISTRY,
      ),
    },
  ],
  "pod-references": [
    {
      what: "the ServiceAccount of the Redis backups taken away",
      change: removeObjects("ServiceAccount", /^redis-backup$/),
    },
    {
      what: "the Certificate taken away whose Secret the Redis operator mounts",
      change: removeObjects("Certificate", /^redis-operator-webhook-certs$/),
    },
    {
      what: "a key asked for that the Secret of a Kafka user doesn't have",
      change: changeObject(
        "KafkaUser",
        ({ spec }) => Object.assign(spec.authentication, { type: "scram-sha-512" }),
        /^schema-registry-user$/,
      ),
    },
  ],
  "probe-ports": [
    {
      what: "the Redis operator's liveness asked of the port of its metrics",
      change: changeObject(
        "Deployment",
        (operator) => Object.assign(containerOf(operator).livenessProbe.httpGet, { port: 8080 }),
        OPERATOR,
      ),
    },
    {
      what: "the schema registry's readiness asked of a port that it doesn't declare",
      change: changeObject(
        "Deployment",
        (registry) => Object.assign(containerOf(registry).readinessProbe.httpGet, { port: 8080 }),
        REGISTRY,
      ),
    },
  ],
  "service-targets": [
    {
      what: "a Service of pods that aren't there",
      change: changeObject(
        "Service",
        ({ spec }) => Object.assign(spec, { selector: { app: "redis-prod-main" } }),
        REDIS,
      ),
    },
    {
      what: "a port of a Service that its pods don't declare",
      change: changeObject("Service", ({ spec }) => Object.assign(spec.ports[0], { targetPort: 8080 }), REGISTRY),
    },
  ],
  "unguarded-pods": [
    {
      what: "runAsNonRoot taken from a Job in a namespace of Kubernetes' own",
      change: changeObject("CronJob", (job) => delete podOf(job).securityContext.runAsNonRoot, COMPACTION),
    },
    {
      what: "a Job in a namespace of Kubernetes' own left with its capabilities",
      change: changeObject("CronJob", (job) => delete containerOf(job).securityContext.capabilities, COMPACTION),
    },
  ],
  "unranked-pods": [
    {
      what: "the priority class of Redis servers taken away",
      change: changeObject("StatefulSet", (servers) => delete podOf(servers).priorityClassName, REDIS),
    },
    {
      what: "the brokers' priority class taken away",
      change: changeObject("Kafka", ({ spec }) => delete spec.kafka.template.pod.priorityClassName),
    },
    {
      what: "the Connect workers' priority class taken away",
      change: changeObject("KafkaConnect", ({ spec }) => delete spec.template.pod.priorityClassName),
    },
  ],
  "withdrawn-images": [
    {
      what: "an image from a repository that its publisher emptied",
      change: changeObject(
        "CronJob",
        (job) => Object.assign(containerOf(job), { image: "docker.io/bitnami/etcd:3.5.12" }),
        COMPACTION,
      ),
    },
  ],
};
