import type { k8s } from "cdk8s-plus-29";

/** User and group of Redis in its image. Source: docker-library/redis, 7.2/alpine/Dockerfile (999, 1000). */
export const REDIS_USER = { runAsUser: 999, runAsGroup: 1000 } as const;

/** What every pod of this folder runs as: no root, and volumes that its group may write. */
export function restrictedPod(): k8s.PodSecurityContext {
  return {
    runAsNonRoot: true,
    ...REDIS_USER,
    fsGroup: REDIS_USER.runAsGroup,
    // Changing the owner of every file of a large volume at each start takes longer than the start.
    fsGroupChangePolicy: "OnRootMismatch",
    seccompProfile: { type: "RuntimeDefault" },
  };
}
