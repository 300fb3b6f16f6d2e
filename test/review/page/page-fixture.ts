import type { KubeObject } from "../../../charts/kube-object";
import type { PlannedResource } from "../../../policies/resource";
import type { ChangeClass } from "../../../review/change";
import type { PageInput, ReviewedChange } from "../../../review/page/page-input";
import { resource, urnOf } from "../../policies/estate-fixture";

const ZONES = ["eu-central-1a", "eu-central-1b"];
const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const PROVIDER = "pulumi:providers:aws";
const provider = urnOf(PROVIDER, "aws");

/** A network of two zones with a public and a private group of subnets, a cluster, and a pool of each kind. */
export function smallPlan(): readonly PlannedResource[] {
  const inVpc = { dependencies: [urnOf(VPC, "net-vpc")], parent: urnOf("lab:network:Network", "net"), provider };
  const subnets = (group: string, third: number) =>
    ZONES.map((availabilityZone, zone) =>
      resource(
        SUBNET,
        `net-${group}-${availabilityZone}`,
        { availabilityZone, cidrBlock: `10.0.${third + zone}.0/24`, tags: { discovery: group } },
        inVpc,
      ),
    );
  const ofGroup = (group: string) => ZONES.map((zone) => urnOf(SUBNET, `net-${group}-${zone}`));
  const [first = ""] = ofGroup("public");
  return [
    resource(PROVIDER, "aws", { region: "eu-central-1" }),
    { ...resource("lab:network:Network", "net", {}), custom: false },
    resource(VPC, "net-vpc", { cidrBlock: "10.0.0.0/16", tags: { Name: "lab" } }, { provider }),
    ...subnets("public", 0),
    ...subnets("private", 10),
    resource("aws:ec2/internetGateway:InternetGateway", "net-internet", {}, inVpc),
    resource("aws:ec2/natGateway:NatGateway", "net-nat", {}, { dependencies: [first] }),
    ...routes(
      "public",
      "aws:ec2/internetGateway:InternetGateway",
      "net-internet",
      ofGroup("public"),
      inVpc.dependencies,
    ),
    ...routes("private", "aws:ec2/natGateway:NatGateway", "net-nat", ofGroup("private"), inVpc.dependencies),
    resource("aws:ec2/vpcEndpoint:VpcEndpoint", "net-s3", { serviceName: "com.amazonaws.eu-central-1.s3" }, inVpc),
    resource(
      "aws:eks/cluster:Cluster",
      "cluster",
      { name: "lab", version: "1.29", vpcConfig: { endpointPublicAccess: false } },
      { dependencies: ofGroup("private") },
    ),
    resource(
      "aws:eks/nodeGroup:NodeGroup",
      "workers",
      {
        nodeGroupName: "workers",
        instanceTypes: ["m6i.xlarge"],
        capacityType: "SPOT",
        scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 4 },
      },
      { dependencies: ofGroup("private") },
    ),
    resource("aws:ec2/launchTemplate:LaunchTemplate", "brokers", { instanceType: "i3en.2xlarge" }),
    resource(
      "aws:autoscaling/group:Group",
      "brokers",
      { name: "brokers", minSize: 3, maxSize: 3 },
      { dependencies: [...ofGroup("private").slice(0, 1), urnOf("aws:ec2/launchTemplate:LaunchTemplate", "brokers")] },
    ),
    resource("aws:s3/bucket:Bucket", "backups", { bucket: "lab-backups" }, { provider, protect: true }),
  ];
}

function routes(
  group: string,
  gatewayType: string,
  gateway: string,
  subnets: readonly string[],
  vpc: readonly string[],
): readonly PlannedResource[] {
  const table = urnOf("aws:ec2/routeTable:RouteTable", group);
  return [
    resource("aws:ec2/routeTable:RouteTable", group, {}, { dependencies: vpc }),
    resource("aws:ec2/route:Route", `${group}-default`, {}, { dependencies: [table, urnOf(gatewayType, gateway)] }),
    ...subnets.map((subnet, index) =>
      resource(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        `${group}-${index}`,
        {},
        {
          dependencies: [table, subnet],
        },
      ),
    ),
  ];
}

/** A Kubernetes object. */
export function object(
  apiVersion: string,
  kind: string,
  name: string,
  namespace: string | undefined,
  more: Readonly<Record<string, unknown>> = {},
  labels: Readonly<Record<string, string>> = {},
): KubeObject {
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }), labels };
  return { apiVersion, kind, metadata, ...more };
}

/** A Deployment whose pods are labelled with a name. */
export function deployment(name: string, namespace: string, env: Readonly<Record<string, string>> = {}): KubeObject {
  const variables = Object.entries(env).map(([key, value]) => ({ name: key, value }));
  const template = {
    metadata: { labels: { "app.kubernetes.io/name": name } },
    spec: { containers: [{ name: "main", image: `${name}:1`, env: variables }] },
  };
  return object("apps/v1", "Deployment", name, namespace, { spec: { replicas: 2, template } });
}

/** A change with as much as a page needs. */
export function change(name: string, own: ChangeClass, more: Partial<ReviewedChange> = {}): ReviewedChange {
  return {
    thing: { side: "manifests", name, type: name.split(" ")[0] ?? "", protected: false },
    operation: "changed",
    fields: [],
    class: own,
    reason: `${name} is ${own}`,
    ...more,
  };
}

/** Three systems that call each other, in two namespaces. */
export function smallObjects(): readonly KubeObject[] {
  return [
    object("v1", "Namespace", "shop", undefined),
    object("v1", "Namespace", "store", undefined),
    deployment("web", "shop", { CART: "cart.store.svc.cluster.local:8080", BUCKET: "s3://lab-backups/web" }),
    deployment("cart", "store"),
    object("v1", "Service", "cart", "store", { spec: { selector: { "app.kubernetes.io/name": "cart" } } }),
  ];
}

/** A page with every part. */
export function fullInput(): PageInput {
  const lifecycle = change("aws:s3/bucket:Bucket backups", "data loss", {
    thing: { side: "plan", name: "aws:s3/bucket:Bucket backups", type: "aws:s3/bucket:Bucket", protected: true },
    fields: [
      { path: "days", before: 90, after: 30, class: "data loss", reason: "S3 deletes what is older" },
      { path: "tags.team", after: "shop", class: "no effect", reason: "Only people read tags" },
    ],
    before: { bucket: "lab-backups", days: 90 },
    after: { bucket: "lab-backups", days: 30, tags: { team: "shop" } },
  });
  return {
    stack: "lab",
    compared: { base: "main", head: "shorter" },
    changes: [
      change("apps/Deployment shop/web", "rolling", {
        before: deployment("web", "shop", { LEVEL: "info" }),
        after: deployment("web", "shop", { LEVEL: "debug" }),
      }),
      lifecycle,
      change("ConfigMap shop/gone", "in place", {
        operation: "removed",
        before: object("v1", "ConfigMap", "gone", "shop", { data: { a: "1" } }),
      }),
      change("ConfigMap store/new", "no effect", {
        operation: "added",
        after: object("v1", "ConfigMap", "new", "store", { data: { b: "2" } }),
      }),
    ],
    acknowledgements: [{ name: lifecycle.thing.name, class: "data loss", reason: "It is protected" }],
    resources: smallPlan(),
    objects: smallObjects(),
    policies: {
      passed: 1200,
      rows: [
        {
          rule: "s3-retention",
          severity: "critical",
          outcome: "violation",
          subject: "aws:s3/bucket:Bucket backups",
          path: "days",
          message: "30 is too few",
          why: "Backups are promised for 90 days.",
          remediation: "Say 90.",
          link: "https://example.com/retention",
          since: "new",
        },
        { rule: "old", severity: "low", outcome: "violation", subject: "x", message: "was wrong", since: "fixed" },
        {
          rule: "read-only-root",
          severity: "medium",
          outcome: "exempt",
          subject: "apps/Deployment shop/web",
          message: "writes",
          exemption: { owner: "shop", reason: "It writes.", until: "2027-06-30" },
        },
        { rule: "kms", severity: "high", outcome: "not evaluated", subject: "y", message: "arn is unknown" },
      ],
    },
    cost: [
      {
        what: "Nodes",
        basis: "2",
        before: { minimum: 10, typical: 100, maximum: 200 },
        after: { minimum: 10, typical: 120, maximum: 200 },
      },
      { what: "Queue", after: { minimum: 0, typical: 1, maximum: 2 } },
      { what: "Gateway", before: { minimum: 30, typical: 30, maximum: 30 } },
    ],
    capacity: [
      {
        pool: "workers",
        instanceTypes: ["m6i.xlarge"],
        nodes: { minimum: 1, typical: 2, maximum: 4 },
        cpuCores: { requested: 6, allocatable: 7.5 },
        memoryBytes: { requested: 30 * 2 ** 30, allocatable: 24 * 2 ** 30 },
        pods: { requested: 20, allocatable: 116 },
        before: {
          nodes: { minimum: 1, typical: 3, maximum: 4 },
          cpuCores: { requested: 6, allocatable: 11.25 },
          memoryBytes: { requested: 30 * 2 ** 30, allocatable: 36 * 2 ** 30 },
        },
        note: "One node less.",
      },
    ],
    facts: [
      { id: "f-1", statement: "Backups stay 30 days.", source: "document 001", outcome: "read back", touchedBy: ["b"] },
      { id: "f-2", statement: "Pods read only.", source: "document 002", outcome: "decided" },
      { id: "f-3", statement: "Nine brokers.", source: "document 003", outcome: "different", message: "is 5, not 9" },
    ],
  };
}
