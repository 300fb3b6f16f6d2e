import type { PlatformWith } from "../../config/parts";
import type { KubeObject } from "../kube-object";

/** Name of the CronJob and of its container. Source: document 001, section 9. */
export const ETCD_COMPACTION = "etcd-compaction";

/** Its service account. Source: document 001, section 9. */
export const ETCD_ACCOUNT = "etcd-compaction-sa";

/** Where it runs. Source: document 001, section 9. */
export const ETCD_NAMESPACE = "kube-system";

/** Port on which members answer clients. Source: document 001, section 9. */
const CLIENT_PORT = 2_379;

/** Folder of authority, certificate and key, and the names that they have there. Source: document 001, section 9. */
export const PKI_FOLDER = "/etc/etcd/pki";
export const PKI_FILES = { cacert: "ca.crt", cert: "server.crt", key: "server.key" } as const;

/** The members' addresses for clients, by host name. */
export function etcdEndpoints({ maintenance }: PlatformWith<"maintenance">): string {
  return Object.keys(maintenance.etcdCompaction.members)
    .map((host) => `https://${host}:${CLIENT_PORT}`)
    .join(",");
}

/** The documented command, as the one text that it is: flags that only the outer call has, and a tool that the image hasn't. */
export function documentedCommand(platform: PlatformWith<"maintenance">): string {
  return `etcdctl compact $(etcdctl endpoint status --write-out json | jq -r '.[0].Status.header.revision') \\
  --endpoints=${etcdEndpoints(platform)} \\
  --cacert=${PKI_FOLDER}/${PKI_FILES.cacert} \\
  --cert=${PKI_FOLDER}/${PKI_FILES.cert} \\
  --key=${PKI_FOLDER}/${PKI_FILES.key}`;
}

/** The documented image. Source: document 001, section 9. */
export const DOCUMENTED_IMAGE = "bitnami/etcd:3.5.12";

/**
 * The CronJob with every field that the document gives and no other: `deviations.ts` has what a cluster needs beside it.
 *
 * Source: document 001, section 9 (COMPACTION CRONJOB).
 */
export function documentedCompaction(platform: PlatformWith<"maintenance">): KubeObject {
  return {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name: ETCD_COMPACTION, namespace: ETCD_NAMESPACE },
    spec: {
      schedule: platform.maintenance.etcdCompaction.schedule,
      jobTemplate: {
        spec: {
          template: {
            spec: {
              serviceAccountName: ETCD_ACCOUNT,
              containers: [
                {
                  name: ETCD_COMPACTION,
                  image: DOCUMENTED_IMAGE,
                  command: [documentedCommand(platform)],
                  resources: { limits: { cpu: "500m", memory: "256Mi" } },
                },
              ],
            },
          },
        },
      },
    },
  };
}
