import type { Platform } from "../../config/platform";
import { type PolicyDocument, policyDocument } from "../identity/policy-document";
import { bucketStatements } from "./bucket-grants";
import { databaseStatements, tableStatements } from "./database-grants";
import { queueStatements, streamStatements } from "./event-source-grants";
import type { Workload } from "./grants";
import { modelStatements } from "./model-grants";
import { secretStatements } from "./secret-grants";
import { metricStatements, traceStatements } from "./telemetry-grants";

/**
 * The whole policy of a workload: what its grants say, and nothing else.
 *
 * @throws {Error} when it has no grant at all: a role that may do nothing is a mistake.
 */
export function workloadPolicy(platform: Platform, name: string, { grants }: Workload): PolicyDocument {
  const statements = [
    ...modelStatements(platform, grants.bedrock),
    ...bucketStatements(platform, name, grants.s3),
    ...databaseStatements(platform, grants.rds),
    ...tableStatements(platform, grants.dynamodb),
    ...secretStatements(platform, grants.secrets),
    ...queueStatements(platform, grants.sqs),
    ...streamStatements(platform, grants.kinesis),
    ...traceStatements(grants.xray),
    ...metricStatements(grants.cloudwatch),
  ];
  if (statements.length === 0) {
    throw new Error(
      `vantage:dataAccess.workloads.${name}.grants: nothing is granted; give at least one grant, or remove the workload`,
    );
  }
  return policyDocument(statements);
}
