import type { iam } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import type { Estate } from "../../estate";
import { type Resource, Unreadable } from "../../resource";
import { problem, resourceRule } from "../../rule";

const POLICY = "aws:iam/policy:Policy";

/** What the ARN of a policy of AWS begins with, in any partition. */
const OF_AWS = /^arn:[^:]+:iam::aws:policy\//;

/** Those of them that grant a whole service or the account, by the end of their ARN. Source: AWS managed policy reference. */
const BROAD = [
  /\/AdministratorAccess(-[A-Za-z]+)?$/,
  /\/PowerUserAccess$/,
  /FullAccess(_v\d+|V\d+)?$/,
  /\/job-function\/[A-Za-z]+Administrator$/,
];

/**
 * Those of them that read what is stored, and not only what there is: objects, items, logs, parameters, secrets, the code of functions. A policy of the plan may not either; see
 * `iam-any-resource`. Source: as above.
 */
const CONTENT = [
  "ReadOnlyAccess",
  "AWSLambda_ReadOnlyAccess",
  "AmazonDynamoDBReadOnlyAccess",
  "AmazonKinesisReadOnlyAccess",
  "AmazonS3ReadOnlyAccess",
  "AmazonSSMReadOnlyAccess",
  "CloudWatchLogsReadOnlyAccess",
  "CloudWatchReadOnlyAccess",
  "SecretsManagerReadWrite",
];

type Args = Pick<iam.RolePolicyAttachmentArgs, "policyArn"> & Pick<iam.RoleArgs, "managedPolicyArns">;

/** What AWS's own policies grant is not to be wider than what a policy of the plan may. */
export const iamBroadManagedPolicy = resourceRule<Args>(
  {
    id: "iam-broad-managed-policy",
    title: "No policy of AWS that grants the account, a whole service or all that is stored in one is attached",
    severity: "critical",
    enforcement: "mandatory",
    why: "One broken workload with such a policy is a broken account, and AWS widens these policies without asking.",
    remediation: "Attach a policy of the plan that lists what is called, or AWS's narrower one for the purpose.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html",
  },
  {
    types: [
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
      "aws:iam/userPolicyAttachment:UserPolicyAttachment",
      "aws:iam/policyAttachment:PolicyAttachment",
      "aws:iam/role:Role",
    ],
    when: ({ type, inputs }) => type !== "aws:iam/role:Role" || (inputs.managedPolicyArns ?? []).length > 0,
    check: (resource, estate) => {
      const { managedPolicyArns = [] } = resource.inputs;
      return [
        ...[policyArn(resource, estate)].map((arn) => ["policyArn", arn ?? ""] as const),
        ...managedPolicyArns.map((arn, index) => [`managedPolicyArns[${index}]`, arn] as const),
      ].flatMap(([path, arn]) => {
        if (!OF_AWS.test(arn)) return [];
        if (BROAD.some((broad) => broad.test(arn)))
          return [problem(path, `is ${arn}; it grants more than a list of calls`)];
        return CONTENT.includes(arn.split("/").at(-1) ?? "")
          ? [problem(path, `is ${arn}; it reads all that is stored, and not only what there is`)]
          : [];
      });
    },
  },
);

/** The attached policy; nothing where it is one of the plan, whose ARN isn't known before it exists and whose statements other rules judge. */
function policyArn(resource: Resource<Unwrap<Args>>, estate: Estate): string | undefined {
  try {
    return resource.inputs.policyArn;
  } catch (error) {
    if (error instanceof Unreadable && estate.dependenciesOf(resource, POLICY).length > 0) return undefined;
    throw error;
  }
}
