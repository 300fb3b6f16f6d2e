import { clusterName, identityRoleNames, nodeGroupNames } from "../../../config/checks/names";
import { entry, findingsAfter } from "./prod-findings";

describe("names", () => {
  it("of prod fit", () => {
    expect([clusterName, identityRoleNames, nodeGroupNames].flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it.each([
    [35, 0],
    [36, 1],
  ])("a cluster's name of %d characters: %d problems", (length, count) => {
    const findings = findingsAfter(clusterName, ({ cluster }) => Object.assign(cluster, { name: "c".repeat(length) }));
    expect(findings.map(({ path }) => path)).toEqual(Array(count).fill(["cluster", "name"]));
  });

  it("an identity's role has at most 64 characters", () => {
    const findings = findingsAfter(identityRoleNames, ({ cluster, storage }) => {
      cluster.name = "c".repeat(35);
      storage.identities["i".repeat(28)] = entry(storage.identities, "velero");
      storage.identities["i".repeat(29)] = entry(storage.identities, "velero");
    });
    expect(findings).toMatchObject([
      {
        path: ["storage", "identities", "i".repeat(29)],
        on: "key",
        allowed: "at most 28 characters beside the cluster's name",
      },
    ]);
  });

  it("a node group's name has at most 63", () => {
    const findings = findingsAfter(nodeGroupNames, ({ cluster, nodePools }) => {
      cluster.name = "c".repeat(35);
      nodePools["p".repeat(27)] = entry(nodePools, "worker-general-v5");
      nodePools["p".repeat(28)] = entry(nodePools, "worker-general-v5");
    });
    expect(findings).toMatchObject([{ path: ["nodePools", "p".repeat(28)], on: "key" }]);
  });
});
