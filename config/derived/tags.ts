import type { Platform } from "../platform";

/**
 * The one tag set. The provider puts it on everything that takes tags; where AWS makes a resource in our name (instances and volumes of a
 * launch template) it is written out, because provider tags don't reach there.
 */
export function stackTags(platform: Platform): Readonly<Record<string, string>> {
  return {
    environment: platform.platform.environment,
    team: platform.platform.team,
    stack: platform.stack,
    "managed-by": "pulumi",
  };
}
