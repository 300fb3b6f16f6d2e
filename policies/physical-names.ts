import {
  EVENT_RULE_NAME_MAX_CHARACTERS,
  NODE_GROUP_NAME_MAX_CHARACTERS,
  POOL_RESOURCE_NAME_MAX_CHARACTERS,
  ROLE_NAME_MAX_CHARACTERS,
} from "../config/reference/name-limits";
import type { Estate } from "./estate";
import type { Resource } from "./resource";

/** The name that a service knows a resource by. */
export interface PhysicalName {
  readonly type: string;
  /** The input that has it. */
  readonly input: string;
  /** Characters that it may have. */
  readonly longest: number;
  /** Among what it is the only one of its kind. Names in an account or the world have to say whose they are. */
  readonly uniqueIn: "the world" | "the account" | "its parent";
  /** Whether there is data behind it that a resource of another name wouldn't have. */
  readonly stateful?: boolean;
  /** Takes off what the service wants before the name proper; by default nothing is. */
  readonly stem?: (name: string) => string;
}

/** Log groups are named by path, `/aws/<service>/<whose>/...`, where a service of AWS writes to them. Source: CloudWatch Logs user guide, "Working with log groups". */
const logGroupStem = (name: string): string => name.replace(/^\/aws\/[^/]+\//, "").replace(/^\//, "");

/** The name of an alias begins with `alias/`. Source: KMS API reference, CreateAlias. */
const aliasStem = (name: string): string => name.replace(/^alias\//, "");

/**
 * Names of the types that this platform and its like use.
 *
 * Source: the API reference of each service, at the call that creates one: S3 (bucket naming rules), SQS CreateQueue, CloudWatch Logs CreateLogGroup, KMS CreateAlias, EKS CreateCluster,
 * IAM quotas, Auto Scaling CreateAutoScalingGroup, EC2 CreateSecurityGroup; and config/reference/name-limits.ts.
 */
export const PHYSICAL_NAMES: readonly PhysicalName[] = [
  { type: "aws:s3/bucket:Bucket", input: "bucket", longest: 63, uniqueIn: "the world", stateful: true },
  { type: "aws:sqs/queue:Queue", input: "name", longest: 80, uniqueIn: "the account", stateful: true },
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    input: "name",
    longest: 512,
    uniqueIn: "the account",
    stateful: true,
    stem: logGroupStem,
  },
  { type: "aws:kms/alias:Alias", input: "name", longest: 256, uniqueIn: "the account", stem: aliasStem },
  { type: "aws:eks/cluster:Cluster", input: "name", longest: 100, uniqueIn: "the account", stateful: true },
  { type: "aws:iam/role:Role", input: "name", longest: ROLE_NAME_MAX_CHARACTERS, uniqueIn: "the account" },
  { type: "aws:iam/policy:Policy", input: "name", longest: 128, uniqueIn: "the account" },
  ...["aws:iam/instanceProfile:InstanceProfile", "aws:ec2/launchTemplate:LaunchTemplate"].map(
    (type): PhysicalName => ({
      type,
      input: "name",
      longest: POOL_RESOURCE_NAME_MAX_CHARACTERS,
      uniqueIn: "the account",
    }),
  ),
  {
    type: "aws:cloudwatch/eventRule:EventRule",
    input: "name",
    longest: EVENT_RULE_NAME_MAX_CHARACTERS,
    uniqueIn: "the account",
  },
  { type: "aws:autoscaling/group:Group", input: "name", longest: 255, uniqueIn: "the account" },
  {
    type: "aws:eks/nodeGroup:NodeGroup",
    input: "nodeGroupName",
    longest: NODE_GROUP_NAME_MAX_CHARACTERS,
    uniqueIn: "its parent",
  },
  { type: "aws:iam/rolePolicy:RolePolicy", input: "name", longest: 128, uniqueIn: "its parent" },
  { type: "aws:ec2/securityGroup:SecurityGroup", input: "name", longest: 255, uniqueIn: "its parent" },
];

/** A resource with what is known of its name. */
export interface Named {
  readonly resource: Resource;
  readonly kind: PhysicalName;
  /** The name that is given; undefined where none is. Reading it may come to a value that the plan doesn't show. */
  readonly name: () => string | undefined;
}

/** The resources that have physical names, with these. */
export function namedResources(estate: Estate): readonly Named[] {
  return PHYSICAL_NAMES.flatMap((kind) =>
    estate.ofType(kind.type).map((resource) => ({
      resource,
      kind,
      name: () => {
        const name = resource.inputs[kind.input];
        return typeof name === "string" && name !== "" ? name : undefined;
      },
    })),
  );
}

/**
 * Whether Pulumi made a name up: the logical name and seven hexadecimal digits, which it puts in where none is given.
 *
 * Source: Pulumi docs, "Resource names", Autonaming.
 */
export function isMadeUp(name: string, { name: logicalName }: Pick<Resource, "name">): boolean {
  return name.startsWith(`${logicalName}-`) && /^[0-9a-f]{7}$/.test(name.slice(logicalName.length + 1));
}
