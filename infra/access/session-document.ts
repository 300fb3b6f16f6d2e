import type { Platform } from "../../config/platform";
import { sessionLogGroupName } from "./bastion-policies";

/** Minutes without a key pressed after which a session ends. The longest that Session Manager offers is 60; an open shell is a way in. */
export const SESSION_IDLE_MINUTES = 20;

/**
 * Preferences of sessions on the bastion: written to an encrypted log group as they happen, and ended when nobody types.
 *
 * A document of the stack's own, named at `aws ssm start-session --document-name`. The preferences of the account (SSM-SessionManagerRunShell) are one for all
 * hosts in it and aren't the stack's.
 *
 * Source: Systems Manager user guide, "Session document schema", version 1.0.
 */
export function sessionDocument(platform: Platform): Readonly<Record<string, unknown>> {
  return {
    schemaVersion: "1.0",
    description: `Sessions on the bastion of ${platform.cluster.name}`,
    sessionType: "Standard_Stream",
    inputs: {
      cloudWatchLogGroupName: sessionLogGroupName(platform),
      cloudWatchEncryptionEnabled: true,
      cloudWatchStreamingEnabled: true,
      idleSessionTimeout: String(SESSION_IDLE_MINUTES),
    },
  };
}
