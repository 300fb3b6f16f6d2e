import { veleroIdentity, veleroNamespace } from "../../../config/checks/velero";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter } from "./prod-findings";

describe("Velero", () => {
  it("of prod has its identity, in the namespace of its release", () => {
    expect([...findingsAfter(veleroIdentity), ...findingsAfter(veleroNamespace)]).toEqual([]);
  });

  it("needs an identity", () => {
    const change = ({ storage }: ProdInput) => delete storage.identities.velero;
    expect(findingsAfter(veleroIdentity, change)).toMatchObject([
      { path: ["storage", "identities"], given: "no identity velero" },
    ]);
    expect(findingsAfter(veleroNamespace, change)).toEqual([]);
  });

  it("may assume its role from its own namespace only", () => {
    const moved = ({ addOns }: ProdInput) => Object.assign(entry(addOns.releases, "velero"), { namespace: "backup" });
    expect(findingsAfter(veleroNamespace, moved)).toMatchObject([
      {
        path: ["storage", "identities", "velero", "namespace"],
        given: "velero",
        allowed: "backup, the namespace of vantage:addOns.releases.velero",
      },
    ]);
  });
});
