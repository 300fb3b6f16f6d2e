import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { valueAt } from "../../../../charts/kube-object";
import { backupVolumeGib } from "../../../../charts/redis/clusters/backup";
import { uploadScript } from "../../../../charts/redis/clusters/backup-scripts";
import { prodWith } from "../../../infra/prod-platform";
import { containerOf, OFF_KAFKA_NODES, objectOf, prodCluster, redisObjects } from "./redis-fixture";

const objects = redisObjects();
const cronJob = (name: string) => objectOf(objects, "CronJob", `${name}-backup`);
const envOf = (container: Readonly<Record<string, unknown>>) =>
  Object.fromEntries((container.env as { name: string; value: string }[]).map(({ name, value }) => [name, value]));

describe("backups", () => {
  it.each([
    ["redis-prod-main", "15 2 * * *", false],
    ["redis-prod-sessions", "45 2 * * *", true],
  ])("of %s are due at %s UTC; suspended: %s", (name, schedule, suspend) => {
    expect(cronJob(name).spec).toMatchObject({ schedule, suspend, timeZone: "Etc/UTC", concurrencyPolicy: "Forbid" });
  });

  it.each([
    ["redis-prod-main", 460, 3_960],
    ["redis-prod-sessions", 1_180, 8_280],
  ])(
    "of %s are given up before they are in the way of the next: %d s a shard, %d s for both runs",
    (name, shard, all) => {
      expect(valueAt(cronJob(name), ["spec", "jobTemplate", "spec"])).toMatchObject({
        activeDeadlineSeconds: all,
        backoffLimit: 1,
      });
      expect(envOf(containerOf(cronJob(name), "snapshot")).SHARD_SECONDS).toBe(String(shard));
    },
  );

  it("stay off the nodes with the brokers' disks, which have no taint", () => {
    const spec = valueAt(cronJob("redis-prod-main"), ["spec", "jobTemplate", "spec", "template", "spec"]);
    expect(spec).toMatchObject({ affinity: OFF_KAFKA_NODES });
  });

  it("go to the documented place with the documented encryption", () => {
    expect(envOf(containerOf(cronJob("redis-prod-main"), "upload"))).toEqual({
      DESTINATION: "s3://vantage-backups/redis/prod/",
      ENCRYPTION: "--sse AES256",
      AWS_REGION: "us-east-1",
      HOME: "/tmp",
    });
  });

  it("leave the encryption to a bucket with the stack's key", () => {
    const withKey = redisObjects(
      prodWith(({ storage }) => Object.assign(storage.buckets["vantage-backups"] ?? {}, { encryption: "kms" })),
    );
    const upload = containerOf(objectOf(withKey, "CronJob", "redis-prod-main-backup"), "upload");
    expect(envOf(upload).ENCRYPTION).toBe("");
  });

  it("are taken by the image of Redis and uploaded by that of the AWS CLI, as the account with the role", () => {
    const job = cronJob("redis-prod-main");
    expect(containerOf(job, "snapshot").image).toBe("redis:7.2.5-alpine");
    expect(containerOf(job, "upload").image).toBe("amazon/aws-cli:2.27.50");
    const spec = valueAt(job, ["spec", "jobTemplate", "spec", "template", "spec"]);
    expect(spec).toMatchObject({ serviceAccountName: "redis-backup", automountServiceAccountToken: false });
    expect(objectOf(objects, "ServiceAccount", "redis-backup")).toEqual({
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: {
        name: "redis-backup",
        namespace: "redis-prod",
        annotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/prod-us-east-1-redis-backup" },
      },
      automountServiceAccountToken: false,
    });
  });

  it("have room for all shards: 47 GiB of main, 119 GiB of the sessions", () => {
    expect(backupVolumeGib(prodCluster("redis-prod-main"))).toBe(47);
    expect(backupVolumeGib(prodCluster("redis-prod-sessions"))).toBe(119);
  });
});

describe("the upload", () => {
  const file = "redis-prod-main-2025-09-08T1415-shard-0.rdb";
  const sum = createHash("sha256").update("data").digest("hex");
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "redis-upload-"));
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin", "aws"), `#!/bin/sh\necho "$@" >> ${folder}/calls\n`);
    chmodSync(join(folder, "bin", "aws"), 0o755);
    writeFileSync(join(folder, file), "data");
    writeFileSync(join(folder, "SHA256SUMS"), `${sum}  ${file}\n`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const upload = () =>
    spawnSync("/bin/sh", ["-euc", uploadScript()], {
      encoding: "utf8",
      env: {
        PATH: `${folder}/bin:${process.env.PATH}`,
        FOLDER: folder,
        DESTINATION: "s3://vantage-backups/redis/prod/",
        ENCRYPTION: "--sse AES256",
      },
    });

  it("has S3 verify what it was sent, and says which snapshot it is", () => {
    const { status, stdout } = upload();
    expect([status, stdout]).toEqual([0, `${file}: OK\ns3://vantage-backups/redis/prod/${file} ${sum}\n`]);
    expect(readFileSync(join(folder, "calls"), "utf8")).toBe(
      `s3 cp --only-show-errors --storage-class STANDARD_IA --sse AES256 --checksum-algorithm SHA256 --metadata sha256=${sum} ${file} s3://vantage-backups/redis/prod/${file}\n`,
    );
  });

  it("sends nothing that isn't what was taken", () => {
    writeFileSync(join(folder, file), "other");
    expect(upload().status).not.toBe(0);
    expect(() => readFileSync(join(folder, "calls"))).toThrow("ENOENT");
  });
});
