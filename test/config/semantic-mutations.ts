import { type ConfigPath, showPath } from "../../config/config-path";
import { type Mutation, setAt } from "./stack-mutations";

/** Way to a value, the wrong value, and where the problem is reported if not there. */
type Row = readonly [path: ConfigPath, value: unknown, reported?: ConfigPath];

const general: ConfigPath = ["network", "subnets", "general"];
const pool = (name: string, ...rest: ConfigPath): ConfigPath => ["nodePools", name, ...rest];
const launched = (name: string, ...rest: ConfigPath): ConfigPath => ["karpenter", "nodePools", name, ...rest];
const identity = (name: string, ...rest: ConfigPath): ConfigPath => ["storage", "identities", name, ...rest];
const redis = (name: string, ...rest: ConfigPath): ConfigPath => ["redis", "clusters", name, ...rest];
const release = (name: string): ConfigPath => ["addOns", "releases", name, "chart"];

const ROWS: readonly Row[] = [
  [["alerts", "sessionStores", 0], "redis-prod-session"],
  [["alerts", "sessionStores", 1], "redis-prod-sessions"],
  [["alerts", "runbooks"], "https://runbooks.vantage.internal/"],
  [["aws", "region"], "us-east-9"],
  [["aws", "region"], "eu-central-1", ["network", "zones", 0]],
  [["aws", "account"], "12345"],
  [["network", "cidr"], "10.42.0.0/15"],
  [["network", "cidr"], "10.42.0.1/16"],
  [["network", "cidr"], "10.43.0.0/16", ["network", "subnets", "public", "cidrs", "us-east-1a"]],
  [["network", "zones", 2], "us-east-1x"],
  [["network", "zones", 2], "us-east-1b"],
  [["network", "zones"], ["us-east-1a"]],
  [["network", "podSubnets"], "general"],
  [["network", "podSubnets"], "nowhere"],
  [["network", "endpoints", 1], "s3"],
  [["network", "endpoints", 1], "sqs"],
  [["network", "flowLogs", "retention"], "91d"],
  [["network", "transitGateway", "id"], "tgw-1"],
  [["network", "transitGateway", "destinations", 0], "10.42.0.0/15"],
  [["network", "transitGateway", "destinations", 0], "172.16.0.0/12"],
  [["network", "subnets", "intra", "role"], "public", ["network", "subnets"]],
  [["network", "subnets", "intra", "karpenter"], true],
  [[...general, "role"], "private"],
  [[...general, "cidrs", "us-east-1a"], "10.43.17.0/24"],
  [[...general, "cidrs", "us-east-1a"], "10.42.18.0/24", [...general, "cidrs", "us-east-1b"]],
  [[...general, "cidrs", "us-east-1a"], "10.42.17.0/29"],
  [[...general, "cidrs", "us-east-1d"], "10.42.40.0/24"],
  [["network", "subnets", "pods", "cidrs", "us-east-1a"], "10.42.64.0/20"],
  [["cluster", "version"], "1.28"],
  [["cluster", "version"], "1.29.6"],
  [["cluster", "version"], 1.29],
  [["cluster", "version"], "1.31", ["karpenter", "version"]],
  [["cluster", "version"], "1.30", ["cluster", "managedAddOns", "kube-proxy"]],
  [["cluster", "name"], `prod-${"x".repeat(60)}`],
  [["cluster", "name"], "c".repeat(42)],
  [
    ["cluster", "publicAccessCidrs"],
    ["198.51.100.0/24", "0.0.0.0/0"],
    ["cluster", "publicAccessCidrs", 1],
  ],
  [["cluster", "serviceCidr"], "10.42.0.0/16"],
  [["cluster", "serviceCidr"], "172.20.0.0/25"],
  [["cluster", "serviceCidr"], "8.8.8.0/24"],
  [["cluster", "logRetention"], "100d"],
  [["cluster", "logRetention"], "90h"],
  [["cluster", "administrators"], []],
  [["cluster", "administrators", 1], "platform-infra"],
  [["cluster", "managedAddOns", "kube-proxy"], "v1.30.0-eksbuild.3"],
  [["cluster", "managedAddOns", "coredns"], "latest"],
  [["cluster", "managedAddOns", "coredns"], "v1.11.4-eksbuild.999"],
  [["cluster", "managedAddOns", "vpc-cni"], "v1.18.3-eksbuild.99"],
  [["cluster", "managedAddOns", "aws-ebs-csi-driver"], "v1.35.0-eksbuild.99"],
  [["kubelet", "systemReserved", "cpu"], "4"],
  [["kubelet", "systemReserved", "memory"], "8Gi"],
  [["kubelet", "imageGc", "lowThresholdPercent"], 85],
  [["kubelet", "evictionHard", "memory.available"], "100"],
  [pool("worker-general-v5", "nodes", "min"), 41],
  [pool("worker-general-v5", "nodes", "desired"), 11],
  [pool("worker-general-v5", "nodes", "desired"), 41],
  [pool("worker-general-v5", "subnets"), "pods"],
  [pool("worker-general-v5", "subnets"), "generel"],
  [pool("worker-general-v5", "instanceTypes", 0), "m6i.4xlrage"],
  [pool("worker-general-v5", "instanceTypes", 1), "m6i.4xlarge"],
  [pool("worker-general-v5", "instanceTypes", 1), "r6g.4xlarge"],
  [pool("worker-general-v5", "instanceTypes", 0), "t3.medium", pool("worker-general-v5", "maxPods")],
  [pool("worker-general-v5", "rootVolume"), "200G"],
  [pool("worker-general-v5", "rootVolume"), "10Gi"],
  [pool("worker-general-v5", "localVolumes"), true],
  [pool("worker-memory-v3", "labels", "kubernetes.io/role"), "memory"],
  [pool("worker-memory-v3", "labels", "node.kubernetes.io/pool"), "other"],
  [pool("worker-memory-v3", "labels", "workload-type"), "has spaces"],
  [pool("worker-memory-v3", "taints", 0, "effect"), "PreferNoSchedul"],
  [pool("worker-memory-v3", "taints", 0, "key"), "node.kubernetes.io/memory"],
  [pool("worker-memory-v3", "taints", 1), { key: "dedicated", value: "x", effect: "PreferNoSchedule" }],
  [pool("worker-spot-v2", "instanceTypes"), ["m6i.2xlarge", "m5.2xlarge"]],
  [pool("worker-spot-v2", "instanceTypes", 2), "m5a.xlarge"],
  [pool("worker-spot-v2", "nodes", "max"), 450, ["network", "subnets", "pods", "cidrs", "us-east-1a"]],
  [pool("worker-spot-v2", "labels", "capacity-type"), "on-demand"],
  [pool("worker-spot-v2", "labels"), {}, pool("worker-spot-v2", "labels", "capacity-type")],
  [pool("worker-kafka-v2", "instanceTypes"), ["i3en.2xlarge", "i3en.2xlarge"]],
  [pool("worker-kafka-v2", "capacity"), "spot"],
  [["karpenter", "version"], "0.36.0"],
  [["karpenter", "version"], "v0.37.0"],
  [["karpenter", "phase"], "fulll"],
  [["karpenter", "replicas"], 1],
  [["karpenter", "interruptionQueue", "retention"], "59s"],
  [["karpenter", "interruptionQueue", "retention"], "15d"],
  [["karpenter", "interruptionQueue", "name"], "queue.fifo"],
  [["karpenter", "nodeClass", "throughput"], 800],
  [["karpenter", "clusterAutoscaler", "version"], "1.27.1"],
  [["karpenter", "clusterAutoscaler", "version"], "1.28.3"],
  [["karpenter", "clusterAutoscaler", "scaleDownUtilizationThreshold"], "0.5"],
  [["karpenter", "terminationHandler", "version"], "1.22.1"],
  [launched("default-nodepool", "replaces"), "worker-general-v4"],
  [launched("default-nodepool", "instanceTypes", 0), "m6i.xlargee"],
  [launched("default-nodepool", "instanceTypes", 1), "m6i.xlarge"],
  [launched("default-nodepool", "capacityTypes", 1), "on-demand"],
  [launched("default-nodepool", "labels", "karpenter.sh/managed-by"), "karpenter"],
  [launched("default-nodepool", "limits", "cpu"), 3],
  [launched("default-nodepool", "limits", "memory"), "7Gi"],
  [launched("default-nodepool", "expireAfter"), "90m"],
  [launched("default-nodepool", "disruptionBudget"), "101%"],
  [launched("memory-optimized", "taints", 0, "key"), "karpenter.sh/disruption"],
  [["storage", "buckets", "vantage-backups", "lifecycle", 0, "expiration"], "36h"],
  [["storage", "buckets", "vantage-backups", "lifecycle", 0, "noncurrentExpiration"], "0d"],
  [
    ["storage", "buckets", "vantage-backups", "lifecycle", 1],
    { id: "s3-redis-backup-lifecycle", noncurrentExpiration: "1d" },
    ["storage", "buckets", "vantage-backups", "lifecycle", 1, "id"],
  ],
  [["storage", "buckets", "Vantage.Logs"], { purpose: "logs", encryption: "kms" }],
  [identity("velero", "bucket"), "vantage-velero"],
  [identity("velero", "access"), "read", identity("velero", "prunes")],
  [identity("velero", "namespace"), "backup"],
  [identity("velero", "prefixes"), Array.from({ length: 50 }, (_, day) => `backups/of-day-${day}/`)],
  [
    identity("fluent-bit"),
    { namespace: "a", serviceAccount: "a", bucket: "vantage-backups", prefixes: ["a/"], access: "read" },
  ],
  [identity("wal-g", "bucket"), "vantage-velero-backups", identity("wal-g", "prefixes", 0)],
  [identity("kafka-connect", "prefixes", 0), "events"],
  [identity("kafka-connect", "prefixes", 1), "events/"],
  [
    identity(`x${"y".repeat(45)}`),
    { namespace: "a", serviceAccount: "a", bucket: "vantage-backups", prefixes: ["a/"], access: "read" },
  ],
  [release("grafana"), "7.3.0"],
  [release("grafana"), "7.x"],
  [release("strimzi-kafka-operator"), "0.43.0"],
  [["redisOperator", "name"], `redis-${"x".repeat(40)}`],
  [["redisOperator", "repository"], "redis-operator/redis-operator:v2.4.1"],
  [["redisOperator", "version"], "v2.4.1"],
  [["redisOperator", "nodePool"], "worker-general-v4"],
  [["redisOperator", "nodePool"], "worker-spot-v2"],
  [redis("redis-prod-sessions", "maxmemory"), "64Gi"],
  [redis("redis-prod-sessions", "cpu"), "8"],
  [redis("redis-prod-sessions", "nodePool"), "worker-memory-v4"],
  [redis("redis-prod-sessions", "appendOnly"), true, redis("redis-prod-sessions", "volume")],
  [redis("redis-prod-main", "volume"), "40Gi"],
  [redis("redis-prod-main", "image"), "redis:latest"],
  [redis("redis-prod-main", "evictionPolicy"), "allkeys-lrv"],
  [redis("redis-prod-main", "backup", "schedule"), "daily"],
  [["redis", "backupIdentity"], "velero"],
  [["istio", "version"], "1.20.0"],
  [["istio", "version"], "1.22"],
  [["namespaces", "kube-system"], { podSecurity: "privileged" }],
  [["namespaces", "monitoring", "podSecurity"], "baseline"],
  [["namespaces", "istio-system", "injection"], true],
  [["istio", "namespace"], "istio"],
  [["istio", "hub"], "docker.io/istio:1.22.4"],
  [["istio", "istiod", "maxReplicas"], 1],
  [["istio", "ingressGateway", "replicas"], 2],
  [["istio", "cni", "resources", "requests", "memory"], "1Gi"],
  [["istio", "certificates", "workloadTtl"], "8d"],
  [["istio", "certificates", "minGracePeriod"], "23h"],
  [["istio", "mutualTls", "strict", 1], "api-gateway"],
  [["istio", "mutualTls", "permissive", 0], "legacy"],
  [["kafkaConnect", "image"], "registry.example/kafka-connect:latest"],
  [["kafkaConnect", "image"], "kafka-connect:1.0"],
  [["kafkaConnect", "nodePool"], "worker-kafka-v2"],
  [["kafkaConnect", "heap"], "4g"],
  [["kafkaConnect", "user"], "kafka-app-user"],
  [["kafkaConnect", "name"], "pipes", ["storage", "identities"]],
  [["kafkaConnect", "resources", "requests", "memory"], "6Gi"],
  [["kafkaConnect", "s3Sinks", "s3-sink-logs", "topics", 0], "vantage-logs"],
  [["kafkaConnect", "s3Sinks", "s3-sink-logs", "tasks"], 37],
  [["kafkaConnect", "s3Sinks", "s3-sink-logs", "bucket"], "vantage-lake"],
  [["kafkaConnect", "s3Sinks", "s3-sink-logs", "prefix"], "log/"],
  [["kafkaConnect", "s3Sinks", "s3-sink-logs", "prefix"], "events/logs/"],
  [["kafkaConnect", "s3Sinks", "s3-sink-logs", "rotation"], "2h"],
  [["kafkaConnect", "jdbcSources", "jdbc-source-orders", "tasks"], 3],
  [["kafkaConnect", "jdbcSources", "jdbc-source-orders", "tables", 1], "orders"],
  [["kafkaConnect", "jdbcSources", "jdbc-source-orders", "host"], "jdbc:postgresql://orders"],
  [["kafkaConnect", "jdbcSources", "jdbc-source-orders", "credentials"], "kafka-connect-user"],
  [["kafkaConnect", "elasticsearchSinks", "elasticsearch-sink-search", "tasks"], 37],
  [["schemaRegistry", "nodePool"], "worker-spot-v2"],
  [["schemaRegistry", "repository"], "docker.io/confluentinc/cp-schema-registry:7.6.0"],
  [["schemaRegistry", "compatibility"], "backward"],
  [["schemaRegistry", "user"], "kafka-connect-user"],
  [["schemaRegistry", "clientNamespaces", 1], "analytics-prod"],
];

/** Mistakes that each break one rule that a single field can't know, or a form that only its own field knows. */
export function semanticMutations(): Mutation[] {
  const rows = ROWS.map(([path, value, reported]): Mutation => {
    const named = showPath(path);
    return {
      name: `${named} = ${JSON.stringify(value)}`,
      path: showPath(reported ?? path),
      apply: (input) => setAt(input, path, value),
    };
  });
  const shared: Mutation = {
    name: "two identities share a service account",
    path: showPath(identity("wal-g", "serviceAccount")),
    apply: (input) => {
      setAt(input, identity("wal-g", "namespace"), "velero");
      setAt(input, identity("wal-g", "serviceAccount"), "velero");
    },
  };
  const noKarpenterSubnets: Mutation = {
    name: "no subnets for Karpenter",
    path: "vantage:network.subnets",
    apply: (input) => {
      setAt(input, ["network", "subnets", "general", "karpenter"], false);
      setAt(input, ["network", "subnets", "memory", "karpenter"], false);
    },
  };
  const noNodePool: Mutation = {
    name: "no node pool",
    path: "vantage:nodePools",
    apply: (input) => setAt(input, ["nodePools"], {}),
  };
  return [...rows, shared, noKarpenterSubnets, noNodePool, ...withoutNeighbours()];
}

/** What the rest of a file can't do without, taken out. */
function withoutNeighbours(): Mutation[] {
  return [
    {
      name: "no identity for Velero",
      path: "vantage:storage.identities",
      apply: ({ storage }) => delete storage.identities.velero,
    },
    {
      name: "a private API and no transit gateway",
      path: "vantage:cluster.publicAccessCidrs",
      apply: ({ network }) => delete network.transitGateway,
    },
    {
      name: "a self-managed pool with the name of a role",
      path: "vantage:nodePools.flow-logs",
      apply: (input) => setAt(input, pool("flow-logs"), input.nodePools["worker-kafka-v2"]),
    },
  ];
}
