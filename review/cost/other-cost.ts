import { referenceOf, referenceText } from "../../charts/kube-object";
import type { Service } from "../../config/reference/service-prices";
import { resourceText } from "../../policies/resource";
import type { PlanIndex } from "../plan-index";
import { byUse } from "./charge";
import { type Priced, together, unpriced } from "./cost-line";

/** Types whose price is reckoned elsewhere in this folder. */
const RECKONED: readonly string[] = [
  "aws:autoscaling/group:Group",
  "aws:ebs/volume:Volume",
  "aws:ec2/eip:Eip",
  "aws:ec2/natGateway:NatGateway",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
  "aws:eks/cluster:Cluster",
  "aws:eks/nodeGroup:NodeGroup",
  "aws:kms/key:Key",
];

/** Types that are paid for by what is stored, sent or asked for, which no plan tells. */
const BY_USE: Readonly<Record<string, { readonly what: string; readonly services?: readonly Service[] }>> = {
  "aws:cloudwatch/logGroup:LogGroup": { what: "logs", services: ["logsIngested", "logsStored"] },
  "aws:ec2/flowLog:FlowLog": { what: "flow logs, before they are stored" },
  "aws:ec2/vpc:Vpc": { what: "data between zones and out of the region" },
  "aws:s3/bucket:Bucket": { what: "objects, requests to them and older versions", services: ["s3Standard"] },
  "aws:sqs/queue:Queue": { what: "requests", services: ["sqsRequests"] },
};

/** Objects of the cluster that make something paid for by use. */
const OBJECTS_BY_USE: Readonly<Record<string, string>> = {
  "velero.io/Schedule": "snapshots of volumes, and the backups in the bucket",
};

/**
 * Types that cost nothing themselves.
 *
 * Source: the pricing pages of IAM, VPC, EC2 Auto Scaling, EKS (add-ons, access), EventBridge (events of AWS services), KMS (aliases), S3 and SQS (settings).
 */
const FREE: readonly RegExp[] = [
  /^aws:autoscaling\/tag:/,
  /^aws:cloudwatch\/event(Rule|Target):/,
  /^aws:ec2\/(defaultSecurityGroup|internetGateway|launchTemplate|route|routeTable|routeTableAssociation|subnet):/,
  /^aws:ec2\/securityGroup(Rule)?:/,
  /^aws:eks\/(accessEntry|accessPolicyAssociation|addon|podIdentityAssociation):/,
  /^aws:iam\//,
  /^aws:kms\/alias:/,
  /^aws:s3\/bucket(LifecycleConfiguration|OwnershipControls|Policy|PublicAccessBlock|ServerSideEncryptionConfiguration|Versioning):/,
  /^aws:sqs\/queuePolicy:/,
  /^aws:vpc\/securityGroup(In|E)gressRule:/,
  // What runs in the cluster is paid for with its nodes, volumes and load balancers; commands run here.
  /^kubernetes:/,
  /^command:/,
  /^pulumi:/,
];

/** What is paid for by use, and the resources of types that nobody has looked at yet: those are told, never taken to be free. */
export function otherCost(plan: PlanIndex): Priced {
  const resources = plan.resources
    .filter(({ custom, type }) => custom && !RECKONED.includes(type) && !FREE.some((free) => free.test(type)))
    .map((resource) => {
      const use = BY_USE[resource.type];
      const text = resourceText(resource);
      return use === undefined
        ? unpriced(text, "all of it", `there is no price of ${resource.type}, nor is it known to be free`)
        : byUse(text, use.what, plan.regionOf(resource), use.services);
    });
  const objects = plan.objects.flatMap((object) => {
    const reference = referenceOf(object);
    const what = OBJECTS_BY_USE[`${reference.group}/${object.kind}`];
    return what === undefined ? [] : [byUse(referenceText(reference), what, plan.regionOf())];
  });
  return together([...resources, ...objects]);
}
