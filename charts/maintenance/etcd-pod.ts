import type { PlatformWith } from "../../config/parts";
import { ETCD_COMPACTION, etcdEndpoints, PKI_FILES, PKI_FOLDER } from "./etcd-documented";

/** How late a run may begin, in seconds: an hour after its time the day's work is under way, and the next run is soon enough. */
export const STARTING_DEADLINE_SECONDS = 3_600;

/** Time for the image to arrive and the pod to start, in seconds. */
const START_SECONDS = 600;

/** The longest life of a run, in seconds: every member in turn may take as long as one call may. */
export function deadlineSeconds(platform: PlatformWith<"maintenance">): number {
  const { members, timeout } = platform.maintenance.etcdCompaction;
  return START_SECONDS + Object.keys(members).length * timeout.seconds;
}

/** Name of the volume with the certificates. */
const PKI_VOLUME = "pki";

/** User of the image; its group is added to the volume's files. Source: bitnami/containers, bitnami/etcd/3.5/debian-12, Dockerfile. */
const IMAGE_USER = 1_001;

/**
 * What etcdctl reads from its environment, so that every call of it has it. Without the timeout a call ends after five seconds, in the middle of a compaction that is
 * waited for.
 *
 * Source: etcd 3.5, etcdctl, README (ETCDCTL_*; `--command-timeout`); compatibility page, E1.
 */
export function etcdctlEnvironment(
  platform: PlatformWith<"maintenance">,
): { readonly name: string; readonly value: string }[] {
  const { timeout } = platform.maintenance.etcdCompaction;
  return [
    { name: "ETCDCTL_ENDPOINTS", value: etcdEndpoints(platform) },
    { name: "ETCDCTL_CACERT", value: `${PKI_FOLDER}/${PKI_FILES.cacert}` },
    { name: "ETCDCTL_CERT", value: `${PKI_FOLDER}/${PKI_FILES.cert}` },
    { name: "ETCDCTL_KEY", value: `${PKI_FOLDER}/${PKI_FILES.key}` },
    { name: "ETCDCTL_COMMAND_TIMEOUT", value: `${timeout.seconds}s` },
  ];
}

/** A shell that ends at the first command that fails, and the script that it runs. */
export function bash(script: string): string[] {
  return ["/bin/bash", "-ec", script];
}

/** The members' names, which no DNS knows that a pod of this namespace asks. One entry each. */
export function memberAliases({
  maintenance,
}: PlatformWith<"maintenance">): { readonly ip: string; readonly hostnames: string[] }[] {
  return Object.entries(maintenance.etcdCompaction.members).map(([host, ip]) => ({ ip, hostnames: [host] }));
}

/**
 * The certificates, for the image's user alone. The Secret is its maker's, who runs etcd-prod; while it is missing a run fails by the name of the file, where a pod that needs it
 * would wait without a word, and no further run would start.
 */
export function pkiVolume({ maintenance }: PlatformWith<"maintenance">) {
  const secret = { secretName: maintenance.etcdCompaction.pkiSecret, defaultMode: 0o440, optional: true };
  return { name: PKI_VOLUME, secret };
}

/** Where {@link pkiVolume} is mounted. */
export function pkiMount() {
  return { name: PKI_VOLUME, mountPath: PKI_FOLDER, readOnly: true };
}

/** The restricted level, which nobody enforces in this namespace: it is Kubernetes' own. */
export function podSecurity() {
  return {
    runAsNonRoot: true,
    runAsUser: IMAGE_USER,
    runAsGroup: IMAGE_USER,
    fsGroup: IMAGE_USER,
    seccompProfile: { type: "RuntimeDefault" },
  };
}

/** Labels of everything about etcd that this folder makes. */
export const ETCD_LABELS = { "app.kubernetes.io/name": ETCD_COMPACTION } as const;
