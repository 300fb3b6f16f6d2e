import { z } from "zod";
import { cronField, imageField } from "./fields";

/** `vantage:clusterBackup`: the daily export of what the API server has. */
export const clusterBackupSection = z
  .strictObject({
    schedule: cronField
      .default("0 2 * * *")
      .describe(
        "When the export begins, in UTC. Default 02:00, at night in the region's time zone too. Source: document 003, section 2 (Kubernetes Configuration Backup: daily, without an hour).",
      ),
    image: imageField.describe(
      "Image with a POSIX shell, jq, aws and a kubectl of the cluster's minor version or one beside it. It reads every ConfigMap of the cluster: the organisation's own, or one that it trusts.",
    ),
    identity: z
      .string()
      .default("cluster-backup")
      .describe(
        "Identity of `vantage:storage.identities` with which exports are written: its bucket and first prefix are where they go, its service account runs the export in its namespace. Source: document 003, section 2 (Kubernetes Configuration Backup: k8s-backups/).",
      ),
  })
  .describe("The daily export of Kubernetes' objects. The bucket's lifecycle says how long exports are kept.");
