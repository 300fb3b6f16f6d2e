import * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import type { Keys } from "../encryption/keys";
import { Bucket } from "./bucket";

/** What the storage is made from. */
export interface StorageArgs {
  readonly platform: Platform;
  readonly keys: Pick<Keys, "dataKeyArn">;
}

/**
 * The buckets of a stack, one for each owner and retention, so that no policy is the only wall between two kinds of data.
 *
 * Source: document 000, section 2; document 002, sections 1 and 7.
 */
export class Storage extends pulumi.ComponentResource {
  /** Names of the buckets, in the order of the stack file. */
  readonly bucketNames: pulumi.Output<string>[];

  constructor(name: string, { platform, keys }: StorageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:storage:Storage", name, {}, opts);
    this.bucketNames = Object.entries(platform.storage.buckets).map(
      ([bucketName, config]) =>
        new Bucket(
          `${name}-${bucketName}`,
          { platform, bucketName, config, dataKeyArn: keys.dataKeyArn },
          { parent: this },
        ).bucketName,
    );
    this.registerOutputs({ bucketNames: this.bucketNames });
  }
}
