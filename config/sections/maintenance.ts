import { z } from "zod";
import { WEEKDAYS } from "../reference/weekdays";
import { cronField, dnsLabelField, durationField, imageField, patternField } from "./fields";

const etcdCompaction = z.strictObject({
  schedule: cronField.describe(
    "When old revisions are dropped, in UTC. Source: document 001, section 9 (30 20 * * *).",
  ),
  image: imageField.describe(
    "Image with etcdctl and bash. The documented bitnami/etcd:3.5.12 was withdrawn in 2025; bitnamilegacy has it, frozen. Mirror it to a registry of your own.",
  ),
  members: z
    .record(
      dnsLabelField,
      patternField(
        /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/,
        "an IPv4 address such as 10.42.19.40",
        "write four numbers from 0 to 255 with dots between them",
      ),
    )
    .describe(
      "Members of etcd-prod by host name, with their addresses: the names are in their certificates and in no DNS that a pod asks. Source: document 001, section 9.",
    ),
  pkiSecret: dnsLabelField.describe(
    "Secret with ca.crt, server.crt and server.key, the certificate good for clients. Made, and renewed, by whoever runs etcd-prod; without it a run fails and says so.",
  ),
  keepRevisions: z
    .int()
    .min(0)
    .max(10_000_000)
    .default(0)
    .describe(
      "Latest revisions that are kept, for watchers that lag behind: below them they have to begin anew. Default 0, as documented.",
    ),
  timeout: durationField.describe(
    "How long a command may take. The documented compactions take up to 6m 22s; etcdctl alone gives up after 5 s. Source: document 001, section 9.",
  ),
  defragmentation: z
    .strictObject({
      schedule: cronField.describe("When files are made smaller, member by member, in UTC."),
      suspended: z
        .boolean()
        .default(true)
        .describe(
          "Whether the schedule rests. A member answers nothing while its file is rewritten. Default true: the documents recommend it above 6 GB after compaction only. By hand: kubectl create job --from=cronjob/etcd-defragmentation.",
        ),
    })
    .describe("Defragmentation. Source: document 001, sections 3 and 9 (Assessment)."),
});

const imagePruning = z.strictObject({
  namespace: dnsLabelField.describe(
    "Namespace of the pruner, of level privileged and with nothing else in it: it mounts a socket of the node.",
  ),
  image: imageField.describe(
    "Image with a POSIX shell, grep and crictl, tagged with the version of crictl: 1.30.0 or later, because earlier ones remove pinned images, the sandbox's among them. Whoever holds containerd's socket is root on the node: the organisation's own, not a stranger's.",
  ),
  weekday: z
    .enum(WEEKDAYS)
    .meta({ allowed: `one of ${WEEKDAYS.join(", ")}` })
    .describe("Day of the week, in UTC."),
  hour: z.int().min(0).max(23).describe("Hour of the day at which the first node begins, in UTC."),
  spread: durationField.describe(
    "Time over which the nodes begin, each at a moment of its own: registries and disks are spared.",
  ),
});

/** `vantage:maintenance`: what runs by itself to keep the platform in order. */
export const maintenanceSection = z
  .strictObject({
    etcdCompaction: etcdCompaction.describe(
      "Compaction of etcd-prod, the store of Patroni. EKS runs the store of Kubernetes, out of reach, and compacts it.",
    ),
    imagePruning: imagePruning.describe(
      "Weekly removal of images that no container uses. Source: document 000, section 3 (PLAT-4893).",
    ),
    backups: z
      .strictObject({
        schedule: cronField.describe(
          "When Velero begins its daily backup, in UTC. Source: document 001, section 11 (03:00; 02:12 in 002, which is earlier).",
        ),
        ttl: durationField.describe(
          "How long a backup can be restored, whole hours; shorter than the bucket keeps its objects. 30 days, as for the other backups.",
        ),
      })
      .describe("Velero's daily backup of all namespaces."),
    databaseIdentity: z
      .string()
      .describe(
        "Identity of `vantage:storage.identities` with which WAL-G archives: its service account is made here, for the database's pods. Source: document 001, section 11.",
      ),
  })
  .describe("Compaction, pruning and backups.");
