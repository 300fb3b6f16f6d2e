import type { Platform } from "../platform";
import { ROLE_NAME_MAX_CHARACTERS } from "../reference/name-limits";
import { accountArn } from "./arn";

/**
 * Physical name of a role: the cluster's name and what the role is for. IAM names are unique in an account, and two clusters may share one.
 *
 * Names are explicit so that the ARN of a role is known from configuration: key policies and resource policies name roles before they exist.
 * Changing the cluster's name replaces every role. A stack file may give the two documented roles names of their own.
 *
 * @param purpose lower-case words joined by hyphens, such as `karpenter-controller`.
 * @throws {Error} when the name would be longer than IAM allows.
 */
export function roleName(platform: Pick<Platform, "cluster">, purpose: string): string {
  const given = platform.cluster.roleNames[purpose as keyof typeof platform.cluster.roleNames];
  if (given !== undefined) return given;
  const name = `${platform.cluster.name}-${purpose}`;
  if (name.length > ROLE_NAME_MAX_CHARACTERS) {
    const room = ROLE_NAME_MAX_CHARACTERS - purpose.length - 1;
    throw new Error(
      `vantage:cluster.name: "${platform.cluster.name}" makes the role name "${name}" of ${name.length} characters; IAM allows ` +
        `${ROLE_NAME_MAX_CHARACTERS}. Use a cluster name of at most ${room} characters.`,
    );
  }
  return name;
}

/** The ARN of the role that {@link roleName} names, whether it exists yet or not. */
export function roleArn(platform: Pick<Platform, "aws" | "cluster">, purpose: string): string {
  return accountArn(platform.aws, "iam", `role/${roleName(platform, purpose)}`);
}

/** Purpose of the role of the control plane, as which EKS Auto Mode also makes nodes and volumes. */
export const CLUSTER_ROLE = "cluster";

/** Purpose of the role of Karpenter's controller, which the policy of the data key names as well. */
export const KARPENTER_CONTROLLER = "karpenter-controller";
