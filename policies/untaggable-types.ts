/**
 * Types of AWS that take no tags: most of them are a part or a setting of another resource. Whatever type is not listed has to have tags, so that a new one is asked about when it is
 * first used.
 *
 * Source: the arguments of each type in @pulumi/aws, none of which is `tags`; a test compares.
 */
export const UNTAGGABLE_TYPES: ReadonlySet<string> = new Set([
  // It is a tag.
  "aws:autoscaling/tag:Tag",
  "aws:cloudwatch/eventTarget:EventTarget",
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
  "aws:ec2/route:Route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:kms/alias:Alias",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioning:BucketVersioning",
  "aws:guardduty/detectorFeature:DetectorFeature",
  "aws:securityhub/account:Account",
  "aws:securityhub/standardsSubscription:StandardsSubscription",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:sns/topicSubscription:TopicSubscription",
  "aws:sqs/queuePolicy:QueuePolicy",
]);

/** Whether resources of a type have tags. */
export function takesTags(type: string): boolean {
  return type.startsWith("aws:") && !UNTAGGABLE_TYPES.has(type);
}
