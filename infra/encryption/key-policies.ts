import { accountArn, regionalArn } from "../../config/derived/arn";
import { findingLogGroupArns, findingTopicArns } from "../../config/derived/finding-names";
import type { KeyPurpose } from "../../config/derived/key-names";
import { CLUSTER_ROLE, KARPENTER_CONTROLLER, roleArn } from "../../config/derived/role-names";
import { has } from "../../config/parts";
import type { Location, Platform } from "../../config/platform";
import { type PolicyDocument, policyDocument, type Statement } from "../identity/policy-document";

/** In a key policy, the key that carries it: a key policy can name no other. */
const THIS_KEY = ["*"];

/** What encrypting and decrypting with a key takes. Source: KMS developer guide, "Allows key users to use the KMS key". */
const USE_ACTIONS = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

/**
 * Roles that AWS keeps in the account, with their paths: Auto Scaling launches the nodes of node groups, EC2 Spot those that Karpenter asks for
 * as spot. Neither may use a customer's key unless the key's own policy says so, and a node whose volume can't be encrypted dies while starting
 * without a word of why.
 *
 * Source: EC2 Auto Scaling user guide, "Required AWS KMS key policy for use with encrypted volumes"; EC2 user guide, "Service-linked role for
 * Spot Instance requests".
 */
export const SERVICE_LINKED_ROLES = [
  "aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
  "aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot",
] as const;

/**
 * Leaves the key to IAM: what a policy of the account allows, the key allows. Without this statement a key can become one that nobody may
 * administer. It is AWS's default, and gives no role anything by itself.
 */
function administeredThroughIam(location: Location): Statement {
  return {
    Sid: "AdministeredThroughIam",
    Effect: "Allow",
    Principal: { AWS: accountArn(location, "iam", "root") },
    Action: ["kms:*"],
    Resource: THIS_KEY,
  };
}

/**
 * A statement for roles that may not exist yet.
 *
 * KMS refuses a key policy that names a missing role as principal (MalformedPolicyDocumentException), and the roles here come after the key or, being
 * service-linked, only with the first use of their service. So the statement speaks to everyone and its conditions leave only these
 * roles of this account. The account as principal would not do: it only leaves the matter to IAM, and the IAM policies of service-linked roles
 * can't be changed.
 */
function forRoles(location: Location, roles: readonly string[], rest: RoleStatement): Statement {
  return {
    Sid: rest.Sid,
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: rest.Action,
    Resource: THIS_KEY,
    Condition: {
      StringEquals: { "kms:CallerAccount": location.account, ...rest.equals },
      ArnEquals: { "aws:PrincipalArn": roles },
      ...rest.Condition,
    },
  };
}

/** A statement without what {@link forRoles} adds. */
interface RoleStatement extends Pick<Statement, "Sid" | "Action" | "Condition"> {
  /** Further keys that must be equal. */
  readonly equals?: Readonly<Record<string, string>>;
}

/**
 * Policy of the key for Kubernetes Secrets. EKS uses the key by a grant, made with the permissions of whoever creates the cluster (kms:DescribeKey and
 * kms:CreateGrant); the condition `kms:GrantIsForAWSResource` does not hold for it.
 *
 * Source: EKS user guide, "Encrypt Kubernetes secrets with KMS on existing clusters".
 */
export function secretsKeyPolicy({ aws }: Platform): PolicyDocument {
  return policyDocument([administeredThroughIam(aws)]);
}

/**
 * Policy of the key for volumes and buckets. Who launches nodes and makes volumes is Karpenter's controller or, with EKS Auto Mode, the cluster's own role. Those who start instances or make volumes may use it and hand its use on to EC2 by grants, and by
 * nothing but grants to AWS services. Users of buckets and the EBS driver are not here: their own policies name the key by its alias.
 */
export function dataKeyPolicy(platform: Platform): PolicyDocument {
  const { aws } = platform;
  const services = SERVICE_LINKED_ROLES.map((path) => accountArn(aws, "iam", `role/${path}`));
  // Who makes nodes beside node groups.
  const launchers = [
    ...(has(platform, "karpenter") ? [KARPENTER_CONTROLLER] : []),
    ...(platform.cluster.autoMode === undefined ? [] : [CLUSTER_ROLE]),
  ].map((purpose) => [roleArn(platform, purpose)]);
  // The key also encrypts buckets: the launcher's share of it is volumes, so it may use it through EC2 and not by itself.
  const throughEc2 = { "kms:ViaService": `ec2.${aws.region}.${aws.dnsSuffix}` };
  const toAwsOnly = { Bool: { "kms:GrantIsForAWSResource": "true" } };
  return policyDocument([
    administeredThroughIam(aws),
    forRoles(aws, services, { Sid: "UsedByServices", Action: USE_ACTIONS }),
    forRoles(aws, services, { Sid: "GrantedByServices", Action: ["kms:CreateGrant"], Condition: toAwsOnly }),
    ...launchers.flatMap((launcher) => [
      forRoles(aws, launcher, { Sid: "UsedForInstances", Action: USE_ACTIONS, equals: throughEc2 }),
      forRoles(aws, launcher, {
        Sid: "GrantedToInstances",
        Action: ["kms:CreateGrant"],
        equals: throughEc2,
        Condition: toAwsOnly,
      }),
    ]),
  ]);
}

/**
 * Policy of the key for logs: CloudWatch Logs of the region may use it for log groups of this cluster, which are all named
 * `/aws/<service>/<cluster>/<what>`.
 *
 * Source: CloudWatch Logs user guide, "Encrypt log data in CloudWatch Logs using AWS KMS".
 */
export function logsKeyPolicy(platform: Platform): PolicyDocument {
  const { aws, cluster } = platform;
  const ofCluster = regionalArn(aws, "logs", `log-group:/aws/*/${cluster.name}/*`);
  // The names of these groups are documented, and end with the cluster's.
  const ofFindings = platform.securityServices === undefined ? [] : findingLogGroupArns(platform);
  return policyDocument([
    administeredThroughIam(aws),
    {
      Sid: "UsedByCloudWatchLogs",
      Effect: "Allow",
      Principal: { Service: `logs.${aws.region}.${aws.dnsSuffix}` },
      Action: USE_ACTIONS,
      Resource: THIS_KEY,
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": ofFindings.length === 0 ? ofCluster : [ofCluster, ...ofFindings],
        },
      },
    },
  ]);
}

/**
 * Policy of the key for findings: EventBridge may encrypt for the topics of findings, and for no other.
 *
 * The topic is the only limit that KMS can be given: with `aws:SourceAccount` or `aws:SourceArn` in the policy EventBridge's messages never arrive. For which rules it publishes
 * is said by the policy of the topic.
 *
 * Source: SNS developer guide, "Key management", Enable compatibility between event sources from AWS services and encrypted topics.
 */
export function findingsKeyPolicy(platform: Platform): PolicyDocument {
  return policyDocument([
    administeredThroughIam(platform.aws),
    {
      Sid: "UsedByEventBridgeForTopics",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
      Resource: THIS_KEY,
      Condition: { ArnEquals: { "kms:EncryptionContext:aws:sns:topicArn": findingTopicArns(platform) } },
    },
  ]);
}

/** Policy of the key for secrets of applications. Who reads a secret decrypts it with his own permission, through Secrets Manager. */
export function applicationSecretsKeyPolicy({ aws }: Platform): PolicyDocument {
  return policyDocument([administeredThroughIam(aws)]);
}

/** The policy of each key. */
export const KEY_POLICIES: Readonly<Record<KeyPurpose, (platform: Platform) => PolicyDocument>> = {
  secrets: secretsKeyPolicy,
  data: dataKeyPolicy,
  logs: logsKeyPolicy,
  findings: findingsKeyPolicy,
  "application-secrets": applicationSecretsKeyPolicy,
};
