import {
  identityAccounts,
  identityBuckets,
  pruningIdentities,
  writtenPrefixes,
} from "../../../config/checks/identities";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const connect = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.storage.identities, "kafka-connect"), change);
};

describe("identities", () => {
  it("of prod are in order", () => {
    const checks = [identityBuckets, identityAccounts, writtenPrefixes, pruningIdentities];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("use buckets that exist", () => {
    expect(findingsAfter(identityBuckets, connect({ bucket: "vantage-lake" }))).toMatchObject([
      { path: ["storage", "identities", "kafka-connect", "bucket"], given: "vantage-lake" },
    ]);
  });

  it("have service accounts of their own; the same name in another namespace is another account", () => {
    expect(findingsAfter(identityAccounts, connect({ serviceAccount: "redis-backup" }))).toEqual([]);
    expect(
      findingsAfter(identityAccounts, connect({ namespace: "redis-prod", serviceAccount: "redis-backup" })),
    ).toMatchObject([
      {
        path: ["storage", "identities", "kafka-connect", "serviceAccount"],
        given: "redis-prod/redis-backup, the service account of redis-backup",
      },
    ]);
  });

  it.each(["redis/prod/", "redis/", "redis/prod/main/", ""])(
    "don't write %j of vantage-backups, which redis-backup writes",
    (prefix) => {
      expect(pathsAfter(writtenPrefixes, connect({ bucket: "vantage-backups", prefixes: [prefix] }))).toEqual([
        "vantage:storage.identities.kafka-connect.prefixes[0]",
      ]);
    },
  );

  it.each([
    ["beside it", { bucket: "vantage-backups", prefixes: ["redis/production/"] }],
    ["in another bucket", { prefixes: ["redis/prod/"] }],
    ["reading only", { bucket: "vantage-backups", prefixes: ["redis/prod/"], access: "read" }],
  ])("may touch prefixes %s", (_, change) => {
    expect(findingsAfter(writtenPrefixes, connect(change))).toEqual([]);
  });

  it("that only read don't delete", () => {
    expect(pathsAfter(pruningIdentities, connect({ access: "read", prunes: true }))).toEqual([
      "vantage:storage.identities.kafka-connect.prunes",
    ]);
  });
});
