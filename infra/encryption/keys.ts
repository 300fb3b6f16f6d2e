import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import { stackKey } from "./stack-key";

/** What the keys are made from. */
export interface KeysArgs {
  readonly platform: Platform;
}

/**
 * The KMS keys of a stack, each with an alias and yearly rotation. They stay in one Region: what they encrypt does, too.
 *
 * Nothing that a key encrypted can be read once the key is gone, so all three are protected where the stack protects data.
 *
 * Source: document 001, section 1 (kmsKeyId); KMS developer guide, "Rotate AWS KMS keys".
 */
export class Keys extends pulumi.ComponentResource {
  /** Key of Kubernetes Secrets. */
  readonly secrets: aws.kms.Key;
  /** Key of EBS volumes and of buckets with encryption `kms`. */
  readonly data: aws.kms.Key;
  /** Key of log groups. */
  readonly logs: aws.kms.Key;
  readonly secretsKeyArn: pulumi.Output<string>;
  readonly dataKeyArn: pulumi.Output<string>;
  readonly logsKeyArn: pulumi.Output<string>;

  constructor(name: string, { platform }: KeysArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:encryption:Keys", name, {}, opts);
    this.secrets = stackKey(name, "secrets", platform, { parent: this });
    this.data = stackKey(name, "data", platform, { parent: this });
    this.logs = stackKey(name, "logs", platform, { parent: this });
    this.secretsKeyArn = this.secrets.arn;
    this.dataKeyArn = this.data.arn;
    this.logsKeyArn = this.logs.arn;
    this.registerOutputs({
      secretsKeyArn: this.secretsKeyArn,
      dataKeyArn: this.dataKeyArn,
      logsKeyArn: this.logsKeyArn,
    });
  }
}
