import { regionalArn } from "../../config/derived/arn";
import type { Platform } from "../../config/platform";
import type { Statement } from "../identity/policy-document";
import type { Grants } from "./grants";

/**
 * Signing in to databases with a token of IAM, each as one user. What the user may do is said in the database, where it is granted `rds_iam` or its like.
 *
 * Source: RDS user guide, "Creating and using an IAM policy for IAM database access".
 */
export function databaseStatements({ aws }: Platform, grants: Grants["rds"]): Statement[] {
  return grants.length === 0
    ? []
    : [
        {
          Sid: "SignInToDatabases",
          Effect: "Allow",
          Action: ["rds-db:connect"],
          Resource: grants.map(({ resourceId, user }) => regionalArn(aws, "rds-db", `dbuser:${resourceId}/${user}`)),
        },
      ];
}

/** Actions on items of a table. Neither a scan without a key to begin with, nor anything about the table itself, but its description. */
const TABLE_ACTIONS = {
  read: [
    "dynamodb:BatchGetItem",
    "dynamodb:ConditionCheckItem",
    "dynamodb:DescribeTable",
    "dynamodb:GetItem",
    "dynamodb:Query",
  ],
  write: [
    "dynamodb:BatchWriteItem",
    "dynamodb:DeleteItem",
    "dynamodb:DescribeTable",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
  ],
} as const;

/** What each word of the stack file allows on a table. */
const TABLE_ACCESS = {
  read: TABLE_ACTIONS.read,
  write: TABLE_ACTIONS.write,
  "read-write": [...new Set([...TABLE_ACTIONS.read, ...TABLE_ACTIONS.write])].sort(),
} as const;

/** Use of tables and their indexes: one statement for each kind of access. Source: DynamoDB developer guide, "Identity-based policies". */
export function tableStatements({ aws }: Platform, grants: Grants["dynamodb"]): Statement[] {
  const sids = { read: "ReadTables", write: "WriteTables", "read-write": "UseTables" } as const;
  return (["read", "write", "read-write"] as const).flatMap((access): Statement[] => {
    const tables = grants.filter((grant) => grant.access === access).map(({ table }) => table);
    return tables.length === 0
      ? []
      : [
          {
            Sid: sids[access],
            Effect: "Allow",
            Action: TABLE_ACCESS[access],
            Resource: tables.flatMap((table) => [
              regionalArn(aws, "dynamodb", `table/${table}`),
              regionalArn(aws, "dynamodb", `table/${table}/index/*`),
            ]),
          },
        ];
  });
}
