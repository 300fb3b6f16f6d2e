import * as aws from "@pulumi/aws";
import { stackTags } from "../config/derived/tags";
import type { Platform } from "../config/platform";

/**
 * The only AWS provider of the stack. It refuses any account but the configured one, for which the real provider asks STS whose credentials it
 * has; the program itself looks nothing up while planning.
 */
export function awsProvider(platform: Platform): aws.Provider {
  return new aws.Provider("aws", {
    region: platform.aws.region as aws.Region,
    allowedAccountIds: [platform.aws.account],
    defaultTags: { tags: stackTags(platform) },
    skipMetadataApiCheck: true,
    ...(platform.aws.fipsEndpoints ? { useFipsEndpoint: true } : {}),
  });
}
