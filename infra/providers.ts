import * as aws from "@pulumi/aws";
import type { Platform } from "../config/platform";
import { stackTags } from "./tags";

/**
 * The only AWS provider of the stack. It refuses any account but the configured one, and asks the cloud nothing while planning: no lookup of
 * credentials, account or region that configuration already says.
 */
export function awsProvider(platform: Platform): aws.Provider {
  return new aws.Provider("aws", {
    region: platform.aws.region as aws.Region,
    allowedAccountIds: [platform.aws.account],
    defaultTags: { tags: stackTags(platform) },
    skipMetadataApiCheck: true,
  });
}
