import { fieldFromTo } from "../amounts";
import type { FieldRow, TypeRows } from "../row";

const IAM = 'IAM User Guide, "How IAM works": evaluated at each request';
const GROUP_RULES = 'Amazon VPC User Guide, "Security group rules"';
const TAKEN: FieldRow["reason"] = "rights change within seconds for all who have them, without a restart";

/** A document of rights that changes in place. */
function rights(input: string): FieldRow {
  return { path: [input], class: "in place", reason: TAKEN, source: IAM };
}

/** What changes of rights and of ways through the network do; what isn't here follows from the sandbox's tables. */
export const RIGHTS_ROWS: readonly TypeRows[] = [
  {
    of: [
      "aws:iam/policy:Policy",
      "aws:iam/rolePolicy:RolePolicy",
      "aws:kms/key:Key",
      "aws:s3/bucketPolicy:BucketPolicy",
      "aws:sqs/queuePolicy:QueuePolicy",
      "aws:sqs/queue:Queue",
      "aws:ec2/vpcEndpoint:VpcEndpoint",
    ],
    fields: [rights("policy")],
  },
  { of: ["aws:iam/role:Role"], fields: [rights("assumeRolePolicy")] },
  {
    of: ["aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment"],
    removed: [{ class: "replacement", reason: "whoever has the role loses these rights within seconds", source: IAM }],
  },
  {
    of: [
      "aws:ec2/securityGroupRule:SecurityGroupRule",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    ],
    added: [
      {
        class: "in place",
        reason: "traffic passes from then on that didn't",
        source: GROUP_RULES,
      },
    ],
    removed: [
      {
        class: "replacement",
        reason: "new connections that only this rule let through are refused from then on",
        source: GROUP_RULES,
      },
    ],
  },
  {
    of: ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
    fields: ["ingress", "egress"].map((rules) => ({
      path: [rules],
      when: ({ path, before }) => before !== undefined && path.at(-1) !== "description",
      class: "replacement",
      reason: (change) => `new connections that only this let through are refused from then on, ${fieldFromTo(change)}`,
      source: GROUP_RULES,
    })),
  },
  {
    of: ["aws:cloudwatch/eventRule:EventRule"],
    fields: [
      {
        path: ["eventPattern"],
        class: "in place",
        reason: "other events reach the rule's targets from then on",
        source: "Amazon EventBridge API, PutRule",
      },
      {
        path: ["state"],
        when: ({ after }) => after === "DISABLED",
        class: "in place",
        reason: "no event reaches the rule's targets from then on",
        source: "Amazon EventBridge API, DisableRule",
      },
    ],
  },
];
