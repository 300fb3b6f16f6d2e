import { SCHEMA_REGISTRY } from "../../../../charts/kafka/schema-registry/schema-registry";
import { type KubeObject, referenceOf, referenceText } from "../../../../charts/kube-object";
import { documentedRendering } from "../../../../charts/synthesize";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";

const objects = (platform = prodPlatform()): readonly KubeObject[] =>
  documentedRendering(platform, [SCHEMA_REGISTRY]).flatMap((rendering) => rendering.objects);

/** The one object of a kind. */
function only(kind: string, platform = prodPlatform()): KubeObject {
  const found = objects(platform).filter((object) => object.kind === kind);
  const [object] = found;
  if (object === undefined || found.length > 1) throw new Error(`${found.length} objects of kind ${kind}`);
  return object;
}

const PODS = { "app.kubernetes.io/name": "schema-registry" };

interface Pod {
  readonly containers: readonly [Record<string, unknown> & { readonly env: readonly Record<string, unknown>[] }];
  readonly [key: string]: unknown;
}

const pod = (platform = prodPlatform()) =>
  (only("Deployment", platform).spec as { template: { spec: Pod } }).template.spec;

describe("the chart", () => {
  it("builds topic, user, account and Service before the instances", () => {
    expect(objects().map((object) => referenceText(referenceOf(object)))).toEqual([
      "kafka.strimzi.io/KafkaTopic kafka-prod/schemas",
      "kafka.strimzi.io/KafkaUser kafka-prod/schema-registry-user",
      "ServiceAccount kafka-prod/schema-registry",
      "networking.k8s.io/NetworkPolicy kafka-prod/schema-registry",
      "Service kafka-prod/schema-registry",
      "policy/PodDisruptionBudget kafka-prod/schema-registry",
      "apps/Deployment kafka-prod/schema-registry",
      "ServiceAccount kafka-prod/schema-registry-restart",
      "rbac.authorization.k8s.io/Role kafka-prod/schema-registry-restart",
      "rbac.authorization.k8s.io/RoleBinding kafka-prod/schema-registry-restart",
      "batch/CronJob kafka-prod/schema-registry-restart",
    ]);
  });
});

describe("the registry's storage", () => {
  it("is _schemas, compacted, with three copies", () => {
    expect(only("KafkaTopic")).toEqual({
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaTopic",
      metadata: { name: "schemas", namespace: "kafka-prod", labels: { "strimzi.io/cluster": "kafka-prod" } },
      spec: {
        topicName: "_schemas",
        partitions: 1,
        replicas: 3,
        config: { "cleanup.policy": "compact", "min.insync.replicas": 2 },
      },
    });
  });

  it("is the only thing its user may write, and nothing may be made", () => {
    const { authentication, authorization } = only("KafkaUser").spec as {
      authentication: object;
      authorization: { type: string; acls: { resource: Record<string, string>; operations: string[] }[] };
    };
    expect(authentication).toEqual({ type: "tls" });
    expect(authorization.type).toBe("simple");
    expect(
      authorization.acls.map(
        ({ resource, operations }) =>
          `${resource.type} ${resource.name} ${resource.patternType}: ${operations.join(" ")}`,
      ),
    ).toEqual([
      "topic _schemas literal: Describe DescribeConfigs Read Write",
      "topic __consumer_offsets literal: Describe",
      "group schema-registry literal: Describe Read",
      "group schema-registry- prefix: Describe Read",
    ]);
  });
});

describe("the instances", () => {
  it("are three of release 7.6.0, replaced one at a time", () => {
    expect(only("Deployment").spec).toMatchObject({
      replicas: 3,
      selector: { matchLabels: PODS },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    });
    expect(only("PodDisruptionBudget").spec).toEqual({ maxUnavailable: 1, selector: { matchLabels: PODS } });
    expect(pod().containers[0].image).toBe("docker.io/confluentinc/cp-schema-registry:7.6.0");
  });

  it("answer at the documented address", () => {
    expect(only("Service").spec).toEqual({
      selector: PODS,
      ports: [{ name: "http", port: 8081, targetPort: "http", protocol: "TCP", appProtocol: "http" }],
    });
    expect(pod().containers[0].ports).toEqual([{ name: "http", containerPort: 8081, protocol: "TCP" }]);
  });

  it("are set to what the documents say, and know their passwords by reference", () => {
    const secret = (name: string, key: string) => ({ valueFrom: { secretKeyRef: { name, key } } });
    const userPassword = secret("schema-registry-user", "user.password");
    const settings = Object.fromEntries(pod().containers[0].env.map(({ name, ...rest }) => [name, rest.value ?? rest]));
    expect(settings).toEqual({
      SCHEMA_REGISTRY_HOST_NAME: { valueFrom: { fieldRef: { fieldPath: "status.podIP" } } },
      SCHEMA_REGISTRY_LISTENERS: "http://0.0.0.0:8081",
      SCHEMA_REGISTRY_SCHEMA_REGISTRY_GROUP_ID: "schema-registry",
      SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL: "backward",
      SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: "SSL://kafka-prod-kafka-bootstrap:9093",
      SCHEMA_REGISTRY_KAFKASTORE_SECURITY_PROTOCOL: "SSL",
      SCHEMA_REGISTRY_KAFKASTORE_TOPIC: "_schemas",
      SCHEMA_REGISTRY_KAFKASTORE_TOPIC_REPLICATION_FACTOR: "3",
      SCHEMA_REGISTRY_KAFKASTORE_SSL_TRUSTSTORE_LOCATION: "/etc/kafka-trust/ca.p12",
      SCHEMA_REGISTRY_KAFKASTORE_SSL_TRUSTSTORE_TYPE: "PKCS12",
      SCHEMA_REGISTRY_KAFKASTORE_SSL_TRUSTSTORE_PASSWORD: secret("kafka-prod-cluster-ca-cert", "ca.password"),
      SCHEMA_REGISTRY_KAFKASTORE_SSL_KEYSTORE_LOCATION: "/etc/kafka-key/user.p12",
      SCHEMA_REGISTRY_KAFKASTORE_SSL_KEYSTORE_TYPE: "PKCS12",
      SCHEMA_REGISTRY_KAFKASTORE_SSL_KEYSTORE_PASSWORD: userPassword,
      SCHEMA_REGISTRY_KAFKASTORE_SSL_KEY_PASSWORD: userPassword,
      SCHEMA_REGISTRY_HEAP_OPTS: "-Xms512m -Xmx512m",
    });
  });

  it("never get the variables of their own Service, nor a token of the API", () => {
    expect(pod()).toMatchObject({
      enableServiceLinks: false,
      automountServiceAccountToken: false,
      serviceAccountName: "schema-registry",
    });
    const account = objects().find(
      ({ kind, metadata }) => kind === "ServiceAccount" && metadata.name === "schema-registry",
    );
    expect(account).toMatchObject({ automountServiceAccountToken: false });
  });

  it("are placed before what can make room", () => {
    expect(pod()).toMatchObject({ priorityClassName: "platform-data" });
  });

  it("run without privileges, and write where the image has to only", () => {
    expect(pod().securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 1_000,
      runAsGroup: 1_000,
      fsGroup: 1_000,
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(pod().containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(pod().containers[0].volumeMounts).toEqual([
      { name: "configuration", mountPath: "/etc/schema-registry" },
      { name: "scratch", mountPath: "/tmp" },
      { name: "logs", mountPath: "/usr/logs" },
      { name: "trust-store", mountPath: "/etc/kafka-trust", readOnly: true },
      { name: "key-store", mountPath: "/etc/kafka-key", readOnly: true },
    ]);
    expect(pod().volumes).toEqual([
      { name: "configuration", emptyDir: { medium: "Memory", sizeLimit: "1Mi" } },
      { name: "scratch", emptyDir: { medium: "Memory", sizeLimit: "32Mi" } },
      { name: "logs", emptyDir: { sizeLimit: "64Mi" } },
      {
        name: "trust-store",
        secret: {
          secretName: "kafka-prod-cluster-ca-cert",
          defaultMode: 0o440,
          items: [{ key: "ca.p12", path: "ca.p12" }],
        },
      },
      {
        name: "key-store",
        secret: {
          secretName: "schema-registry-user",
          defaultMode: 0o440,
          items: [{ key: "user.p12", path: "user.p12" }],
        },
      },
    ]);
  });

  it("are spread over the zones, by fields that Karpenter knows, and probed at what tells most", () => {
    const constraint = (topologyKey: string, whenUnsatisfiable: string) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable,
      labelSelector: { matchLabels: PODS },
    });
    expect(pod().topologySpreadConstraints).toEqual([
      constraint("topology.kubernetes.io/zone", "DoNotSchedule"),
      constraint("kubernetes.io/hostname", "ScheduleAnyway"),
    ]);
    const { startupProbe, readinessProbe, livenessProbe, resources } = pod().containers[0];
    expect([startupProbe, readinessProbe, livenessProbe]).toMatchObject([
      { httpGet: { path: "/subjects", port: "http" }, periodSeconds: 5, failureThreshold: 24 },
      { httpGet: { path: "/subjects", port: "http" } },
      { httpGet: { path: "/", port: "http" } },
    ]);
    expect(resources).toEqual({ requests: { cpu: "250m", memory: "1Gi" }, limits: { cpu: "1", memory: "1Gi" } });
  });

  it("take release, number and level from the stack file", () => {
    const other = prodWith(({ schemaRegistry }) =>
      Object.assign(schemaRegistry, { version: "7.6.1", replicas: 2, compatibility: "FULL_TRANSITIVE" }),
    );
    expect(only("Deployment", other).spec).toMatchObject({ replicas: 2 });
    expect(pod(other).containers[0].image).toBe("docker.io/confluentinc/cp-schema-registry:7.6.1");
    expect(pod(other).containers[0].env).toContainEqual({
      name: "SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL",
      value: "full_transitive",
    });
  });
});
