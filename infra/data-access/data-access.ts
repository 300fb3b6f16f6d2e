import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { roleName } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import type { Keys } from "../encryption/keys";
import { stackKey } from "../encryption/stack-key";
import { PodIdentityRole } from "../identity/pod-identity-role";
import { workloadPolicy } from "./workload-policy";

/** Settings of data access, as a stack file has them. */
export type DataAccessConfig = NonNullable<Platform["dataAccess"]>;

/** What data access is made from. */
export interface DataAccessArgs {
  readonly platform: Platform;
  readonly config: DataAccessConfig;
  /** Name of the cluster, once it exists. */
  readonly clusterName: pulumi.Input<string>;
  /** Keys of the buckets: a workload that can read its bucket must find the key's alias in place. */
  readonly keys: Keys;
}

/**
 * The workloads that use AWS, each with a role that only its service account gets and that reaches only what it was granted; and the key of their secrets.
 *
 * The secrets themselves aren't made here: whoever makes one names the key (`--kms-key-id`), and nothing of what is in it passes through a stack's state.
 *
 * Source: the GovCloud guide (004), Infrastructure Overview and Deploy New Application.
 */
export class DataAccess extends pulumi.ComponentResource {
  /** Key of secrets in Secrets Manager. */
  readonly secretsKey: aws.kms.Key;
  /** ARN of each workload's role, by the workload's name in the stack file. */
  readonly roleArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the role of the workload that the documents call the application. */
  readonly applicationRoleArn: pulumi.Output<string>;

  constructor(
    name: string,
    { platform, config, clusterName, keys }: DataAccessArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("vantage:data-access:DataAccess", name, {}, opts);
    this.secretsKey = stackKey(name, "application-secrets", platform, { parent: this });
    this.roleArns = Object.fromEntries(
      Object.entries(config.workloads).map(([workload, settings]) => {
        const role = new PodIdentityRole(
          `${name}-${workload}`,
          {
            platform,
            clusterName,
            account: settings,
            roleName: roleName(platform, workload),
            policy: workloadPolicy(platform, workload, settings),
            description: `${workload}: ${settings.namespace}/${settings.serviceAccount}`,
          },
          { parent: this, dependsOn: [keys, this.secretsKey] },
        );
        return [workload, role.arn];
      }),
    );
    this.applicationRoleArn = this.roleOf(config.application);
    this.registerOutputs({ roleArns: this.roleArns });
  }

  private roleOf(workload: string): pulumi.Output<string> {
    const arn = this.roleArns[workload];
    if (arn === undefined) {
      throw new Error(
        `vantage:dataAccess.application: there is no workload "${workload}"; the workloads are ${Object.keys(this.roleArns).join(", ")}`,
      );
    }
    return arn;
  }
}
