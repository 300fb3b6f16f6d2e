import { type KubeObject, valueAt } from "../../../../charts/kube-object";
import { renderYaml } from "../../../../charts/render";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";
import { containerOf, objectOf, redisObjects } from "./redis-fixture";

const objects = redisObjects();
const CLUSTERS = ["redis-prod-main", "redis-prod-sessions"];
const setsOf = (name: string) => [name, ...[0, 1, 2].map((shard) => `${name}-${shard}-replica`)];
const SETS = CLUSTERS.flatMap(setsOf);
const half = (set: string) => (set.endsWith("-replica") ? "replica" : "primary");
const pod = (set: string) => valueAt(objectOf(objects, "StatefulSet", set), ["spec", "template"]);
const podLabels = (object: KubeObject) =>
  valueAt(object, ["spec", "template", "metadata", "labels"]) as Record<string, string>;

describe("the Redis chart", () => {
  it("renders what a cluster needs, in the order in which it is applied", () => {
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`.replace(/-[0-9a-f]{8}$/, "-<hash>"));
    const ofCluster = (name: string) => [
      `NetworkPolicy ${name}`,
      `NetworkPolicy ${name}-bootstrap`,
      `NetworkPolicy ${name}-backup`,
      `ServiceAccount ${name}`,
      `ConfigMap ${name}`,
      `Service ${name}-nodes`,
      `Service ${name}`,
      `PodDisruptionBudget ${name}`,
      ...setsOf(name).map((set) => `StatefulSet ${set}`),
      `Job ${name}-bootstrap-<hash>`,
      `CronJob ${name}-backup`,
    ];
    expect(names).toEqual(["ServiceAccount redis-backup", ...CLUSTERS.flatMap(ofCluster)]);
  });

  it("puts everything into redis-prod", () => {
    expect(new Set(objects.map(({ metadata }) => metadata.namespace))).toEqual(new Set(["redis-prod"]));
  });

  it("renders no password, and no Secret", () => {
    expect(objects.filter(({ kind }) => kind === "Secret")).toEqual([]);
    expect(renderYaml(objects, [])).not.toMatch(/requirepass|masterauth|secretKeyRef|password/i);
  });

  it("follows the stack file: 28gb was the value before, and is one that can be set", () => {
    const past = redisObjects(
      prodWith(({ redis }) => Object.assign(redis.clusters["redis-prod-sessions"] ?? {}, { maxmemory: "28Gi" })),
    );
    const conf = (of: readonly KubeObject[]) =>
      valueAt(objectOf(of, "ConfigMap", "redis-prod-sessions"), ["data", "redis.conf"]);
    expect(conf(objects)).toContain("\nmaxmemory 36gb\n");
    expect(conf(past)).toContain("\nmaxmemory 28gb\n");
    const memory = (of: readonly KubeObject[]) =>
      valueAt(containerOf(objectOf(of, "StatefulSet", "redis-prod-sessions"), "redis"), [
        "resources",
        "limits",
        "memory",
      ]);
    expect([memory(objects), memory(past)]).toEqual(["48Gi", "38Gi"]);
  });
});

describe.each(SETS)("StatefulSet %s", (name) => {
  const set = objectOf(objects, "StatefulSet", name);
  const cluster = name.replace(/-\d-replica$/, "");

  it("has a pod for each shard, or the replica of one, which start together and change when they are deleted", () => {
    expect(valueAt(set, ["spec"])).toMatchObject({
      replicas: half(name) === "primary" ? 3 : 1,
      serviceName: `${cluster}-nodes`,
      podManagementPolicy: "Parallel",
      updateStrategy: { type: "OnDelete" },
      selector: { matchLabels: { "app.kubernetes.io/name": cluster, "app.kubernetes.io/instance": name } },
    });
  });

  it("is placed before what can make room", () => {
    expect(valueAt(set, ["spec", "template", "spec", "priorityClassName"])).toBe("platform-data");
  });

  it("is admitted to a namespace with restricted Pod Security, and reaches no API", () => {
    const spec = valueAt(set, ["spec", "template", "spec"]) as {
      containers: { name: string; securityContext: unknown }[];
    };
    expect(objectOf(objects, "ServiceAccount", cluster)).toMatchObject({ automountServiceAccountToken: false });
    expect(spec).toMatchObject({
      serviceAccountName: cluster,
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 999,
        runAsGroup: 1000,
        fsGroup: 1000,
        seccompProfile: { type: "RuntimeDefault" },
      },
    });
    expect(spec.containers.map((container) => [container.name, container.securityContext])).toEqual(
      ["redis", "redis-exporter"].map((container) => [
        container,
        { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
      ]),
    );
  });

  it("runs Redis 7.2.5 with the mounted configuration, and announces the pod's address", () => {
    expect(containerOf(set, "redis")).toMatchObject({
      image: "redis:7.2.5-alpine",
      command: ["redis-server", "/etc/redis/redis.conf"],
      args: ["--cluster-announce-ip", "$(POD_IP)"],
      ports: [
        { name: "redis", containerPort: 6379 },
        { name: "bus", containerPort: 16379 },
      ],
      volumeMounts: [
        { name: "data", mountPath: "/data" },
        { name: "config", mountPath: "/etc/redis", readOnly: true },
      ],
    });
  });

  it("knows the other server of its shard, for which a primary's own name is put in, and all servers", () => {
    const env = containerOf(set, "redis").env as { name: string; value?: string; valueFrom?: object }[];
    const partner = name.endsWith("-replica") ? name.replace("-replica", "") : "$(POD_NAME)-replica-0";
    expect(env.map((one) => one.name)).toEqual(["POD_IP", "POD_NAME", "PARTNER", "PEERS"]);
    expect(env[1]?.valueFrom).toEqual({ fieldRef: { fieldPath: "metadata.name" } });
    expect(env[2]?.value).toBe(`${partner}.${cluster}-nodes.redis-prod.svc:6379`);
    const pods = [0, 1, 2].flatMap((shard) => [`${cluster}-${shard}`, `${cluster}-${shard}-replica-0`]);
    expect(env[3]?.value?.split(" ").sort()).toEqual(
      pods.map((pod) => `${pod}.${cluster}-nodes.redis-prod.svc:6379`).sort(),
    );
  });

  it("exports metrics within the documented memory, where Prometheus finds them", () => {
    expect(containerOf(set, "redis-exporter")).toMatchObject({
      image: "oliver006/redis_exporter:v1.62.0",
      env: [{ name: "REDIS_ADDR", value: "redis://localhost:6379" }],
      resources: { requests: { memory: "128Mi" }, limits: { memory: "256Mi" } },
    });
    expect(valueAt(pod(name), ["metadata", "annotations"])).toMatchObject({
      "prometheus.io/scrape": "true",
      "prometheus.io/port": "9121",
      "prometheus.io/path": "/metrics",
    });
  });

  it("keeps its data on gp3", () => {
    expect(valueAt(set, ["spec", "volumeClaimTemplates"])).toEqual([
      {
        metadata: { name: "data", labels: { "app.kubernetes.io/name": cluster } },
        spec: { accessModes: ["ReadWriteOnce"], storageClassName: "gp3", resources: { requests: { storage: "80Gi" } } },
      },
    ]);
  });
});

describe("the pods of a cluster", () => {
  it.each(CLUSTERS)("%s are those that the documented selector lists: six, and no job", (name) => {
    const workloads = objects.filter(({ kind }) => ["StatefulSet", "Job"].includes(kind));
    const selected = workloads.filter((object) => podLabels(object)["app.kubernetes.io/name"] === name);
    expect(selected.map(({ metadata }) => metadata.name)).toEqual(setsOf(name));
    expect(selected.reduce((sum, object) => sum + Number(valueAt(object, ["spec", "replicas"])), 0)).toBe(6);
  });

  it.each([
    ["redis-prod-main", "19Gi", 175, 29],
    ["redis-prod-sessions", "48Gi", 355, 65],
  ])("%s have memory %s, %d s to stop and %d x 10 s to start", (name, memory, grace, failureThreshold) => {
    const set = objectOf(objects, "StatefulSet", name);
    expect(valueAt(set, ["spec", "template", "spec", "terminationGracePeriodSeconds"])).toBe(grace);
    expect(containerOf(set, "redis")).toMatchObject({
      resources: { requests: { cpu: "2", memory }, limits: { cpu: "4000m", memory } },
      startupProbe: { periodSeconds: 10, failureThreshold, exec: { command: ["/bin/sh", "/etc/redis/started.sh"] } },
      readinessProbe: { exec: { command: ["/bin/sh", "/etc/redis/ready.sh"] } },
      livenessProbe: { exec: { command: ["redis-cli", "-p", "6379", "PING"] } },
      lifecycle: { preStop: { exec: { command: ["/bin/sh", "/etc/redis/stop.sh"] } } },
    });
  });

  it("know which redis.conf they were started with, and so which are out of date", () => {
    const checksum = (of: readonly KubeObject[]) =>
      valueAt(objectOf(of, "StatefulSet", "redis-prod-main"), [
        "spec",
        "template",
        "metadata",
        "annotations",
        "checksum/redis-conf",
      ]);
    const other = redisObjects(
      prodWith(({ redis }) => Object.assign(redis.clusters["redis-prod-main"] ?? {}, { snapshots: "2h" })),
    );
    expect(checksum(objects)).toMatch(/^[0-9a-f]{8}$/);
    expect(checksum(redisObjects(prodPlatform()))).toBe(checksum(objects));
    expect(checksum(other)).not.toBe(checksum(objects));
  });
});

describe.each(CLUSTERS)("beside the pods of %s", (name) => {
  const selector = { "app.kubernetes.io/name": name };

  it("one disruption budget lets one of all six go", () => {
    expect(objectOf(objects, "PodDisruptionBudget", name).spec).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: selector },
    });
  });

  it("a headless Service names them before they are ready, and another is for clients", () => {
    expect(objectOf(objects, "Service", `${name}-nodes`).spec).toEqual({
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector,
      ports: [
        { name: "redis", port: 6379, targetPort: "redis" },
        { name: "bus", port: 16379, targetPort: "bus" },
      ],
    });
    expect(objectOf(objects, "Service", name).spec).toEqual({
      type: "ClusterIP",
      selector,
      ports: [{ name: "redis", port: 6379, targetPort: "redis" }],
    });
  });
});
