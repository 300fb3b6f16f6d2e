import { fits } from "./diff-path";
import type { ListMembers } from "./list-members";

/** What tells the members of some lists apart. */
interface ListRow {
  /** Ends of paths, dotted; `*` for any key. */
  readonly lists: readonly string[];
  /** Types of the things they are in, as tables name them (`apps/Deployment`, `aws:iam/policy:Policy`); a beginning that ends with `:` or `/` stands for all. Default any. */
  readonly of?: readonly string[];
  readonly members: ListMembers;
  readonly source: string;
}

const SET: ListMembers = { by: "set" };
/** A single text stands for a list of one. */
const TEXTS: ListMembers = { by: "set", alone: true };
const by = (...keys: readonly string[]): ListMembers => ({ by: "keys", keys });
const RBAC = ["rbac.authorization.k8s.io/"];
const RULE_FILES = ["ConfigMap", "monitoring.coreos.com/"];

/**
 * Every list whose members have another identity than their position, the first row that fits counting. Lists that are not here are compared by position: order means something in
 * `args` and in the routes of Alertmanager.
 */
const ROWS: readonly ListRow[] = [
  {
    lists: ["storage.volumes"],
    of: ["kafka.strimzi.io/"],
    members: by("id"),
    source: "Strimzi API reference, JbodStorage",
  },
  {
    lists: [
      "containers",
      "initContainers",
      "ephemeralContainers",
      "env",
      "volumes",
      "imagePullSecrets",
      "resourceClaims",
    ],
    members: by("name"),
    source: "Kubernetes API reference, PodSpec and Container (list-map-keys)",
  },
  { lists: ["volumeMounts"], members: by("mountPath"), source: "Kubernetes API reference, Container" },
  { lists: ["volumeDevices"], members: by("devicePath"), source: "Kubernetes API reference, Container" },
  {
    lists: ["containers.ports", "initContainers.ports"],
    members: { by: "keys", keys: ["containerPort", "protocol"], defaults: { protocol: "TCP" } },
    source: "Kubernetes API reference, Container",
  },
  {
    lists: ["spec.ports"],
    of: ["Service"],
    members: { by: "keys", keys: ["port", "protocol"], defaults: { protocol: "TCP" } },
    source: "Kubernetes API reference, ServiceSpec",
  },
  { lists: ["hostAliases"], members: by("ip"), source: "Kubernetes API reference, PodSpec" },
  { lists: ["secret.items", "configMap.items"], members: by("path"), source: "Kubernetes API reference, KeyToPath" },
  {
    lists: ["topologySpreadConstraints"],
    members: by("topologyKey", "whenUnsatisfiable"),
    source: "Kubernetes API reference, PodSpec",
  },
  {
    lists: ["volumeClaimTemplates"],
    members: by("metadata.name"),
    source: "Kubernetes API reference, StatefulSetSpec",
  },
  {
    lists: [
      "tolerations",
      "nodeSelectorTerms",
      "matchExpressions",
      "matchExpressions.values",
      "podAffinity.*",
      "podAntiAffinity.*",
      "capabilities.add",
      "capabilities.drop",
      "supplementalGroups",
      "hostAliases.hostnames",
      "accessModes",
    ],
    members: SET,
    source: "Kubernetes API reference: each holds, or one of them does, whatever the order",
  },
  {
    lists: ["rules", "subjects", "rules.*"],
    of: RBAC,
    members: SET,
    source: 'Kubernetes, "Using RBAC Authorization" (purely additive)',
  },
  {
    lists: ["spec.ingress", "spec.egress", "spec.*.from", "spec.*.to", "spec.*.ports", "policyTypes", "ipBlock.except"],
    of: ["networking.k8s.io/"],
    members: SET,
    source: 'Kubernetes, "Network Policies" (additive)',
  },
  {
    lists: ["spec.limits"],
    of: ["LimitRange"],
    members: by("type"),
    source: "Kubernetes API reference, LimitRangeSpec",
  },
  {
    lists: ["spec.scopes"],
    of: ["ResourceQuota"],
    members: SET,
    source: "Kubernetes API reference, ResourceQuotaSpec",
  },
  {
    lists: ["spec.metrics"],
    of: ["autoscaling/"],
    members: by(
      "type",
      "resource.name|containerResource.name|pods.metric.name|object.metric.name|external.metric.name",
    ),
    source: "Kubernetes API reference, MetricSpec",
  },
  {
    lists: ["webhooks"],
    of: ["admissionregistration.k8s.io/"],
    members: by("name"),
    source: "Kubernetes API reference",
  },
  { lists: ["spec.versions"], of: ["apiextensions.k8s.io/"], members: by("name"), source: "Kubernetes API reference" },
  {
    lists: ["listeners"],
    of: ["kafka.strimzi.io/"],
    members: by("name"),
    source: "Strimzi API reference, GenericKafkaListener",
  },
  {
    lists: ["trustedCertificates"],
    members: by("secretName", "certificate|pattern"),
    source: "Strimzi API reference, CertSecretSource",
  },
  {
    lists: ["networkPolicyPeers", "authorization.acls", "acls.operations", "spec.roles"],
    of: ["kafka.strimzi.io/"],
    members: SET,
    source: "Strimzi API reference, KafkaUser and KafkaNodePool",
  },
  { lists: ["spec.requirements"], of: ["karpenter.sh/"], members: by("key"), source: "Karpenter 0.37, NodePool" },
  { lists: ["taints", "startupTaints"], members: by("key", "effect"), source: "Kubernetes API reference, Taint" },
  {
    lists: ["requirements.values", "budgets", "subnetSelectorTerms", "securityGroupSelectorTerms", "amiSelectorTerms"],
    of: ["karpenter.sh/", "karpenter.k8s.aws/"],
    members: SET,
    source: "Karpenter 0.37, NodePool and EC2NodeClass (terms are ORed, the strictest budget counts)",
  },
  { lists: ["blockDeviceMappings"], members: by("deviceName"), source: "Amazon EC2 API, BlockDeviceMapping" },
  { lists: ["ingressGateways", "egressGateways"], members: by("name"), source: "Istio 1.22, IstioOperator" },
  { lists: ["overlays"], of: ["install.istio.io/"], members: by("kind", "name"), source: "Istio 1.22, IstioOperator" },
  { lists: ["patches"], of: ["install.istio.io/"], members: by("path"), source: "Istio 1.22, IstioOperator" },
  { lists: ["dnsNames", "usages"], of: ["cert-manager.io/"], members: SET, source: "cert-manager 1.18, Certificate" },
  {
    lists: ["includedNamespaces", "excludedNamespaces", "includedResources", "excludedResources"],
    members: SET,
    source: "Velero, Schedule",
  },
  { lists: ["groups"], of: RULE_FILES, members: by("name"), source: 'Prometheus, "Recording rules"' },
  { lists: ["groups.rules"], of: RULE_FILES, members: by("alert|record"), source: 'Prometheus, "Alerting rules"' },
  { lists: ["scrape_configs"], of: RULE_FILES, members: by("job_name"), source: 'Prometheus, "Configuration"' },
  { lists: ["receivers"], of: RULE_FILES, members: by("name"), source: 'Alertmanager, "Configuration"' },
  { lists: ["panels"], of: RULE_FILES, members: by("id"), source: "Grafana, dashboard JSON model" },
  { lists: ["targets"], of: RULE_FILES, members: by("refId"), source: "Grafana, dashboard JSON model" },
  {
    lists: ["templating.list", "annotations.list"],
    of: RULE_FILES,
    members: by("name"),
    source: "Grafana, dashboard JSON model",
  },
  {
    lists: ["rules"],
    of: ["aws:s3/bucketLifecycleConfiguration:"],
    members: by("id"),
    source: "Amazon S3 API, LifecycleRule",
  },
  {
    lists: ["transitions", "noncurrentVersionTransitions"],
    of: ["aws:s3/"],
    members: by("storageClass"),
    source: "Amazon S3 API",
  },
  { lists: ["Statement"], of: ["aws:"], members: by("Sid"), source: 'IAM User Guide, "IAM JSON policy elements: Sid"' },
  {
    lists: [
      "Statement.Action",
      "Statement.NotAction",
      "Statement.Resource",
      "Statement.NotResource",
      "Principal.*",
      "Condition.*.*",
    ],
    of: ["aws:"],
    members: TEXTS,
    source: 'IAM User Guide, "IAM JSON policy elements reference"',
  },
  {
    lists: ["eventPattern.*", "eventPattern.*.*", "eventPattern.*.*.*"],
    of: ["aws:cloudwatch/eventRule:"],
    members: SET,
    source: 'Amazon EventBridge User Guide, "Event patterns" (one of them matches)',
  },
  {
    lists: ["tagSpecifications"],
    of: ["aws:"],
    members: by("resourceType"),
    source: "Amazon EC2 API, TagSpecification",
  },
  { lists: ["tags"], of: ["aws:autoscaling/"], members: by("key"), source: "Amazon EC2 Auto Scaling API, Tag" },
  {
    lists: [
      "enabledClusterLogTypes",
      "encryptionConfig.resources",
      "subnetIds",
      "securityGroupIds",
      "vpcSecurityGroupIds",
      "vpcZoneIdentifiers",
      "suspendedProcesses",
      "routeTableIds",
      "cidrBlocks",
      "ipv6CidrBlocks",
      "prefixListIds",
      "clientIdLists",
      "thumbprintLists",
      "ingress",
      "egress",
    ],
    of: ["aws:"],
    members: SET,
    source: "Terraform AWS provider, schemas (TypeSet), which pulumi-aws follows",
  },
  { lists: ["stdin"], of: ["command:"], members: by("kind", "metadata.name"), source: "what istioctl reads: objects" },
];

const PATTERNS = ROWS.flatMap(({ lists, of, members }) =>
  lists.map((list) => ({ pattern: list.split("."), of, members })),
);

/** How members of a list in a thing are told apart; undefined for by their position. */
export function listMembers(type: string, keys: readonly string[]): ListMembers | undefined {
  return PATTERNS.find(({ pattern, of }) => isOf(type, of) && fits(keys, pattern, "end"))?.members;
}

/** Whether a type is one of several, or begins with one that stands for all of its kind; no types stand for any. */
export function isOf(type: string, of: readonly string[] | undefined): boolean {
  return of === undefined || of.some((one) => (/[:/]$/.test(one) ? type.startsWith(one) : type === one));
}
