import { z } from "zod";
import { dnsLabelField, patternField } from "./fields";

const resourceName = patternField(
  /^[A-Za-z0-9_.-]{1,255}$/,
  "1 to 255 letters, digits and _.-, without wildcards",
  "write the name of one resource: a grant names what it is for",
);

const modelId = patternField(
  /^[a-z0-9-]+\.[a-z0-9.-]+(:\d+)?$/,
  "the id of a model, such as amazon.nova-pro-v1:0, without the geography of an inference profile",
  "write the id as Bedrock lists it, without us. or us-gov. in front",
);

const access = z.enum(["read", "write", "read-write"]);

const grants = z.strictObject({
  bedrock: z
    .strictObject({
      models: z
        .array(modelId)
        .min(1)
        .describe(
          "Models that may be invoked, and no others; each is one of the region (config/reference/bedrock-models.ts).",
        ),
    })
    .optional()
    .describe("Amazon Bedrock."),
  s3: z
    .array(
      z.strictObject({
        bucket: z.string().describe("Bucket of `vantage:storage.buckets`."),
        prefixes: z
          .array(
            patternField(
              /^([^/*?\s][^*?\s]*\/)?$/,
              "a prefix ending in /, without wildcards; an empty one stands for the whole bucket",
              "end it with / and leave out *, ? and spaces",
            ),
          )
          .min(1)
          .describe("Keys it may touch, each ending in `/`; an empty prefix is the whole bucket."),
        access: access.describe("What it may do with them; `write` deletes nothing."),
      }),
    )
    .default([])
    .describe("Buckets of the stack."),
  rds: z
    .array(
      z.strictObject({
        resourceId: patternField(
          /^(db|cluster|prx)-[A-Za-z0-9]{8,64}$/,
          "the resource id of a database, a cluster or a proxy, such as db-ABCDEFGHIJKL01234",
          "take DbiResourceId, DbClusterResourceId or the proxy's id from `aws rds describe-db-instances`; it isn't the name",
        ).describe("Resource id, which a restored database has another one of."),
        user: patternField(
          /^[A-Za-z_][A-Za-z0-9_]{0,62}$/,
          "a database user of up to 63 letters, digits and _",
          "write one user; * would be every one",
        ).describe("User of the database that signs in with an IAM token."),
      }),
    )
    .default([])
    .describe("Databases of RDS, by IAM authentication; the databases belong to other stacks."),
  dynamodb: z
    .array(z.strictObject({ table: resourceName.describe("Table of the account."), access }))
    .default([])
    .describe("Tables of DynamoDB with their indexes."),
  secrets: z
    .array(
      patternField(
        /^([\w/+=.@-]*\/)?([\w+=.@-]+)?$/,
        "a name below the cluster's in Secrets Manager, such as my-app/db-creds; one that ends in / is all below it, an empty one all of the cluster's",
        "leave out the cluster's name and wildcards",
      ),
    )
    .default([])
    .describe(
      "Secrets `<cluster>/<name>` that may be read. Source: the GovCloud guide (004), Deploy New Application (enhanced-eks-cluster/my-app/db-creds).",
    ),
  sqs: z
    .array(
      z.strictObject({
        queue: resourceName.describe("Queue of the account."),
        access: z
          .enum(["scale", "consume", "send"])
          .describe("`scale` reads the length, as KEDA does, and no message."),
      }),
    )
    .default([])
    .describe("Queues of SQS."),
  kinesis: z
    .array(
      z.strictObject({
        stream: resourceName.describe("Stream of the account."),
        access: z.enum(["scale", "consume", "send"]).describe("`scale` reads the number of shards, as KEDA does."),
      }),
    )
    .default([])
    .describe("Streams of Kinesis."),
  xray: z.boolean().default(false).describe("Whether it sends traces to X-Ray. Default false."),
  cloudwatch: z
    .strictObject({
      metricNamespaces: z.array(z.string().min(1).max(255)).min(1).describe("Namespaces that it may put metrics into."),
    })
    .optional()
    .describe("Metrics of CloudWatch."),
});

const workload = z.strictObject({
  namespace: dnsLabelField.describe("Namespace of the service account."),
  serviceAccount: dnsLabelField.describe("Name of the service account; no other one may assume the role."),
  grants: grants.describe("What it may do, each with the resources it is about."),
});

/** `vantage:dataAccess`: workloads that use AWS, each through EKS Pod Identity with a role of its own. */
export const dataAccessSection = z
  .strictObject({
    workloads: z
      .record(
        patternField(
          /^[a-z][a-z0-9-]{0,39}$/,
          "at most 40 lower-case letters, digits and hyphens, beginning with a letter",
          "rename the workload",
        ),
        workload,
      )
      .describe("Workloads by name; a name is the end of the role's and can't be changed without a new role."),
    application: z
      .string()
      .describe(
        "The workload that the output podIdentityRoleArn tells of: the documents know one role, the stack has one for each workload. Source: the GovCloud guide (004), Important ARNs/IDs.",
      ),
  })
  .optional()
  .describe(
    "Access of workloads to AWS by EKS Pod Identity. Source: the GovCloud guide (004), Infrastructure Overview.",
  );
