import type { Platform } from "../platform";

/**
 * The keys of a stack and what each protects. Apart, because they are used by different principals: nobody who may read a volume may read a
 * Kubernetes Secret with the same permission. Every stack has the first three; `findings` comes with `vantage:securityServices`, `application-secrets`
 * with `vantage:dataAccess`.
 */
export const KEY_PURPOSES = {
  secrets: "Kubernetes Secrets, enveloped by the API server",
  data: "EBS volumes of nodes and pods, and objects in buckets",
  logs: "log groups of the control plane and of the network",
  findings: "findings of the security services on their way to people, in topics",
  "application-secrets": "secrets of applications in Secrets Manager",
} as const;

/** Name of a key of the stack. */
export type KeyPurpose = keyof typeof KEY_PURPOSES;

/**
 * Alias of a key, known from configuration. The ARN of a key holds a random id, so identities name the key by its alias
 * (condition `kms:ResourceAliases`), and their policies can be read before the key exists.
 */
export function keyAlias(platform: Platform, purpose: KeyPurpose): string {
  return `alias/${platform.cluster.name}/${purpose}`;
}
