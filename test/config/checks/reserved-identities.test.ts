import { reservedCriticalPods, reservedIdentities } from "../../../config/checks/reserved-identities";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter } from "./prod-findings";

const reserve = (namespace: string, fields: object) => (input: ProdInput) => {
  Object.assign(entry(input.workloads.reserves, namespace), fields);
};

describe("a reserve", () => {
  it("of prod names the database, whose pods the stack doesn't make", () => {
    expect(findingsAfter(reservedIdentities)).toEqual([]);
    expect(findingsAfter(reservedCriticalPods)).toEqual([]);
  });

  it("has room for whoever has an identity in its namespace", () => {
    expect(findingsAfter(reservedIdentities, reserve("user-profile-prod", { identities: [] }))).toMatchObject([
      {
        path: ["workloads", "reserves", "user-profile-prod"],
        given: "no word of wal-g, whose service account is in the namespace",
      },
    ]);
  });

  it("is asked for where an identity moves to", () => {
    const move = ({ storage }: ProdInput) => {
      entry(storage.identities, "redis-backup").namespace = "orders-prod";
    };
    expect(findingsAfter(reservedIdentities, move)).toMatchObject([{ path: ["workloads", "reserves", "orders-prod"] }]);
  });

  it("isn't asked for where there is no quota", () => {
    const move = ({ storage }: ProdInput) => {
      entry(storage.identities, "redis-backup").namespace = "kafka-prod";
    };
    expect(findingsAfter(reservedIdentities, move)).toEqual([]);
  });

  it("leaves the analytics runs out, which the quota counts by itself", () => {
    const change = reserve("analytics-prod", { identities: ["analytics"] });
    expect(findingsAfter(reservedIdentities, change)).toMatchObject([
      { path: ["workloads", "reserves", "analytics-prod", "identities", 0], given: "analytics" },
    ]);
  });

  it.each([
    ["another namespace's", ["wal-g", "velero"], 1, "velero"],
    ["nobody's", ["wal-g", "wal-e"], 1, "wal-e"],
    ["the same one again", ["wal-g", "wal-g"], 1, "wal-g"],
  ])("names no identity that is %s", (_, identities, index, given) => {
    expect(findingsAfter(reservedIdentities, reserve("user-profile-prod", { identities }))).toMatchObject([
      { path: ["workloads", "reserves", "user-profile-prod", "identities", index], given },
    ]);
  });

  it("has no more critical pods than pods", () => {
    expect(findingsAfter(reservedCriticalPods, reserve("user-profile-prod", { criticalPods: 14 }))).toEqual([]);
    expect(findingsAfter(reservedCriticalPods, reserve("user-profile-prod", { criticalPods: 15 }))).toMatchObject([
      {
        path: ["workloads", "reserves", "user-profile-prod", "criticalPods"],
        given: "15",
        allowed: "at most pods, which is 14",
      },
    ]);
  });
});
