import { ServiceRefusal } from "../server/service-refusal";
import type { AwsType } from "./resource-type";
import { AUTO_SCALING_TYPES } from "./types/autoscaling";
import { CLOUDWATCH_TYPES } from "./types/cloudwatch";
import { EKS_ACCESS_TYPES } from "./types/eks-access";
import { EKS_CLUSTER_TYPES } from "./types/eks-cluster";
import { EKS_NODE_GROUP_TYPES } from "./types/eks-node-group";
import { IAM_TYPES } from "./types/iam";
import { KMS_TYPES } from "./types/kms";
import { LAUNCH_TEMPLATE_TYPES } from "./types/launch-template";
import { S3_TYPES } from "./types/s3";
import { SECURITY_GROUP_TYPES } from "./types/security-groups";
import { SECURITY_SERVICE_TYPES } from "./types/security-services";
import { SNS_TYPES } from "./types/sns";
import { SQS_TYPES } from "./types/sqs";
import { SSM_TYPES } from "./types/ssm";
import { VPC_TYPES } from "./types/vpc";
import { VPC_ACCESS_TYPES } from "./types/vpc-access";
import { VPC_ROUTING_TYPES } from "./types/vpc-routing";

/** Every type the sandbox simulates. */
export const AWS_TYPES: readonly AwsType[] = [
  ...VPC_TYPES,
  ...VPC_ROUTING_TYPES,
  ...VPC_ACCESS_TYPES,
  ...SECURITY_GROUP_TYPES,
  ...LAUNCH_TEMPLATE_TYPES,
  ...AUTO_SCALING_TYPES,
  ...IAM_TYPES,
  ...KMS_TYPES,
  ...EKS_CLUSTER_TYPES,
  ...EKS_NODE_GROUP_TYPES,
  ...EKS_ACCESS_TYPES,
  ...S3_TYPES,
  ...SQS_TYPES,
  ...CLOUDWATCH_TYPES,
  ...SSM_TYPES,
  ...SNS_TYPES,
  ...SECURITY_SERVICE_TYPES,
];

const BY_TOKEN: ReadonlyMap<string, AwsType> = new Map(AWS_TYPES.map((type) => [type.token, type]));

/** The type with this token, if the sandbox knows it. */
export function awsType(token: string): AwsType | undefined {
  return BY_TOKEN.get(token);
}

/** @throws ServiceRefusal that says where to add the type. */
export function requireAwsType(token: string): AwsType {
  const type = BY_TOKEN.get(token);
  if (type !== undefined) return type;
  const [, service = "the service"] = /^aws:([^/]+)\//.exec(token) ?? [];
  throw new ServiceRefusal(
    `the sandbox doesn't simulate ${token}; describe it in the table of ${service} under sandbox/aws/types/ and list that in sandbox/aws/aws-types.ts`,
  );
}
