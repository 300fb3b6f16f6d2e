import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { KEY_PURPOSES, type KeyPurpose, keyAlias } from "../../config/derived/key-names";
import type { Platform } from "../../config/platform";
import { policyJson } from "../identity/policy-document";
import { KEY_POLICIES } from "./key-policies";

/** Days between the order to delete a key and its end: the longest that KMS offers, because what it encrypted ends with it. */
export const KEY_DELETION_WINDOW_DAYS = 30;

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
    this.secrets = this.key(name, "secrets", platform);
    this.data = this.key(name, "data", platform);
    this.logs = this.key(name, "logs", platform);
    this.secretsKeyArn = this.secrets.arn;
    this.dataKeyArn = this.data.arn;
    this.logsKeyArn = this.logs.arn;
    this.registerOutputs({
      secretsKeyArn: this.secretsKeyArn,
      dataKeyArn: this.dataKeyArn,
      logsKeyArn: this.logsKeyArn,
    });
  }

  private key(name: string, purpose: KeyPurpose, platform: Platform): aws.kms.Key {
    const alias = keyAlias(platform, purpose);
    const key = new aws.kms.Key(
      `${name}-${purpose}`,
      {
        description: `${platform.cluster.name}: ${KEY_PURPOSES[purpose]}`,
        policy: policyJson(KEY_POLICIES[purpose](platform)),
        enableKeyRotation: true,
        multiRegion: false,
        deletionWindowInDays: KEY_DELETION_WINDOW_DAYS,
        tags: { Name: alias.replace(/^alias\//, "") },
      },
      { parent: this, protect: platform.platform.protectData },
    );
    new aws.kms.Alias(`${name}-${purpose}`, { name: alias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }
}
