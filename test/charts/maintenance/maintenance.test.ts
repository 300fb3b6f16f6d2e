import type { KubeObject } from "../../../charts/kube-object";
import { pathText, valueAt } from "../../../charts/kube-object";
import { applyLedger } from "../../../charts/ledger";
import { MAINTENANCE } from "../../../charts/maintenance/maintenance";
import { documentedRendering } from "../../../charts/synthesize";
import { ETCD_COMPACTION_CRONJOB } from "../../documented/etcd-compaction";
import { prodPlatform, prodWith } from "../../infra/prod-platform";

const prod = prodPlatform();
const documented = (platform = prod) => documentedRendering(platform, [MAINTENANCE]).flatMap(({ objects }) => objects);
const deployable = (platform = prod) => applyLedger(documented(platform), MAINTENANCE.deviations?.(platform) ?? []);
const named = (objects: readonly KubeObject[], kind: string, name: string): KubeObject => {
  const [found] = objects.filter((object) => object.kind === kind && object.metadata.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
};
const POD = ["spec", "jobTemplate", "spec", "template", "spec"];

describe("etcd-compaction", () => {
  it("is documented as document 001 has it", () => {
    expect(named(documented(), "CronJob", "etcd-compaction")).toEqual(ETCD_COMPACTION_CRONJOB);
  });

  it("is deployed with what a cluster needs beside it, and nothing else changed", () => {
    const job = named(deployable(), "CronJob", "etcd-compaction");
    expect(job.spec).toMatchObject({ schedule: "30 20 * * *", timeZone: "Etc/UTC", concurrencyPolicy: "Forbid" });
    expect(valueAt(job, ["spec", "jobTemplate", "spec", "backoffLimit"])).toBe(1);
    expect(valueAt(job, POD)).toMatchObject({
      restartPolicy: "Never",
      serviceAccountName: "etcd-compaction-sa",
      hostAliases: [
        { ip: "10.42.19.40", hostnames: ["etcd-prod-0"] },
        { ip: "10.42.19.41", hostnames: ["etcd-prod-1"] },
        { ip: "10.42.19.42", hostnames: ["etcd-prod-2"] },
      ],
      volumes: [{ name: "pki", secret: { secretName: "etcd-compaction-pki", optional: true, defaultMode: 0o440 } }],
    });
    expect(valueAt(job, [...POD, "containers", 0])).toMatchObject({
      image: "docker.io/bitnamilegacy/etcd:3.5.12",
      resources: { limits: { cpu: "500m", memory: "256Mi" } },
      volumeMounts: [{ name: "pki", mountPath: "/etc/etcd/pki", readOnly: true }],
      env: [
        {
          name: "ETCDCTL_ENDPOINTS",
          value: "https://etcd-prod-0:2379,https://etcd-prod-1:2379,https://etcd-prod-2:2379",
        },
        { name: "ETCDCTL_CACERT", value: "/etc/etcd/pki/ca.crt" },
        { name: "ETCDCTL_CERT", value: "/etc/etcd/pki/server.crt" },
        { name: "ETCDCTL_KEY", value: "/etc/etcd/pki/server.key" },
        { name: "ETCDCTL_COMMAND_TIMEOUT", value: "900s" },
        { name: "KEEP_REVISIONS", value: "0" },
      ],
    });
  });

  it("its account has no token of the API server", () => {
    expect(named(documented(), "ServiceAccount", "etcd-compaction-sa")).toMatchObject({
      metadata: { namespace: "kube-system" },
      automountServiceAccountToken: false,
    });
  });

  it("defragmentation rests until somebody wakes it", () => {
    expect(named(deployable(), "CronJob", "etcd-defragmentation").spec).toMatchObject({ suspend: true });
    const awake = prodWith(({ maintenance }) => {
      maintenance.etcdCompaction.defragmentation.suspended = false;
    });
    expect(named(deployable(awake), "CronJob", "etcd-defragmentation").spec).toMatchObject({ suspend: false });
  });
});

describe("deviations", () => {
  const ledger = MAINTENANCE.deviations?.(prod) ?? [];

  it("are these, each proven by whom", () => {
    const container = "spec.jobTemplate.spec.template.spec.containers[0]";
    const pod = "spec.jobTemplate.spec.template.spec";
    expect(
      ledger.map(({ id, path, without }) => [id, pathText(path), without.by === "check" ? without.check : without.by]),
    ).toEqual([
      ["E4", `${container}.command`, "container-commands"],
      ["E1", `${container}.env`, "etcdctl-connections"],
      ["E3", `${container}.image`, "withdrawn-images"],
      ["E8", `${pod}.hostAliases`, "etcdctl-connections"],
      ["E9-volume", `${pod}.volumes`, "api-server"],
      ["E9-mount", `${container}.volumeMounts`, "etcdctl-connections"],
      ["E9-restart", `${pod}.restartPolicy`, "api-server"],
      ["E9-time-zone", "spec.timeZone", "cron-jobs"],
      ["E9-concurrency", "spec.concurrencyPolicy", "cron-jobs"],
      ["E9-start", "spec.startingDeadlineSeconds", "cron-jobs"],
      ["E9-end", "spec.jobTemplate.spec.activeDeadlineSeconds", "cron-jobs"],
      ["E9-retries", "spec.jobTemplate.spec.backoffLimit", "cron-jobs"],
      ["E9-pod-security", `${pod}.securityContext`, "unguarded-pods"],
      ["E9-container-security", `${container}.securityContext`, "unguarded-pods"],
    ]);
  });
});

describe("backups", () => {
  it("Velero begins at 03:00 UTC, with all namespaces, for 30 days: document 001, section 11", () => {
    expect(named(documented(), "Schedule", "daily")).toEqual({
      apiVersion: "velero.io/v1",
      kind: "Schedule",
      metadata: { name: "daily", namespace: "velero" },
      spec: {
        schedule: "0 3 * * *",
        useOwnerReferencesInBackup: false,
        template: { ttl: "720h", includedNamespaces: ["*"], storageLocation: "default", snapshotVolumes: true },
      },
    });
  });

  it("WAL-G has its account beside the database", () => {
    expect(named(documented(), "ServiceAccount", "user-profile-db").metadata).toEqual({
      name: "user-profile-db",
      namespace: "user-profile-prod",
      annotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/prod-us-east-1-wal-g" },
    });
  });
});
