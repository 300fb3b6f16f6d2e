import {
  backupTtl,
  databaseIdentity,
  etcdMembers,
  prunerNamespace,
  prunerSpread,
} from "../../../config/checks/maintenance";
import { prunerImage } from "../../../config/checks/pruner-image";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter } from "./prod-findings";

const etcd = (change: (etcd: ProdInput["maintenance"]["etcdCompaction"]) => void) => (input: ProdInput) =>
  change(input.maintenance.etcdCompaction);
const pruning = (fields: object) => (input: ProdInput) => {
  Object.assign(input.maintenance.imagePruning, fields);
};

it("prod's maintenance is in order", () => {
  const checks = [etcdMembers, prunerNamespace, prunerSpread, prunerImage, backupTtl, databaseIdentity];
  expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
});

describe("etcd", () => {
  it("has an odd number of members", () => {
    const change = etcd(({ members }) => {
      members["etcd-prod-3"] = "10.42.19.43";
    });
    expect(findingsAfter(etcdMembers, change)).toMatchObject([
      { path: ["maintenance", "etcdCompaction", "members"], given: "4 members" },
    ]);
  });

  it("has its members at addresses of their own", () => {
    const change = etcd(({ members }) => {
      members["etcd-prod-2"] = "10.42.19.40";
    });
    expect(findingsAfter(etcdMembers, change)).toMatchObject([
      { path: ["maintenance", "etcdCompaction", "members", "etcd-prod-2"] },
    ]);
  });

  it.each(["59s", "5s", "13h"])("has a minute to twelve hours for a command, not %s", (timeout) => {
    const change = etcd((section) => Object.assign(section, { timeout }));
    expect(findingsAfter(etcdMembers, change)).toMatchObject([
      { path: ["maintenance", "etcdCompaction", "timeout"], given: timeout },
    ]);
  });
});

describe("the pruner", () => {
  it.each([
    ["isn't made", "pruning", "pruning, which the stack doesn't make"],
    ["refuses the socket", "velero", "velero, of level baseline"],
    ["has others in it", "fluent-bit", "fluent-bit, with add-on fluent-bit in it"],
  ])("is in no namespace that %s", (_, namespace, given) => {
    expect(findingsAfter(prunerNamespace, pruning({ namespace }))).toMatchObject([
      { path: ["maintenance", "imagePruning", "namespace"], given },
    ]);
  });

  const image = (tag: string) => pruning({ image: `registry.example:5000/vantage/crictl:${tag}` });

  it.each(["1.30.0", "v1.30.0", "1.31.1", "1.30.0-alpine", "2.0.0"])("has a crictl that keeps pins: %s", (tag) => {
    expect(findingsAfter(prunerImage, image(tag))).toEqual([]);
  });

  it.each([
    ["1.29.0", "crictl 1.29.0"],
    ["v1.29.99", "crictl 1.29.99"],
    ["1.9.0", "crictl 1.9.0"],
    ["1.29.0-1.30.0", "crictl 1.29.0"],
    ["1.30", "1.30, which is no version of crictl"],
    ["stable", "stable, which is no version of crictl"],
  ])("has none that removes the sandbox image: %s", (tag, given) => {
    expect(findingsAfter(prunerImage, image(tag))).toMatchObject([
      {
        path: ["maintenance", "imagePruning", "image"],
        given,
        allowed: "a tag that begins with crictl's version, 1.30.0 or newer",
      },
    ]);
  });

  it.each(["59m", "7d"])("spreads the nodes over an hour to a week, not %s", (spread) => {
    expect(findingsAfter(prunerSpread, pruning({ spread }))).toMatchObject([
      { path: ["maintenance", "imagePruning", "spread"], given: spread },
    ]);
  });
});

describe("backups", () => {
  const ttl = (text: string) => (input: ProdInput) => {
    input.maintenance.backups.ttl = text;
  };

  it("expire before the bucket drops them", () => {
    expect(findingsAfter(backupTtl, ttl("36d"))).toEqual([]);
    expect(findingsAfter(backupTtl, ttl("37d"))).toMatchObject([
      { path: ["maintenance", "backups", "ttl"], given: "37d", allowed: expect.stringContaining("less than 37d") },
    ]);
  });

  it.each(["90m", "0h"])("live for whole hours, not %s", (text) => {
    expect(findingsAfter(backupTtl, ttl(text))).toMatchObject([{ given: text }]);
  });

  it("of the database are made by an identity that writes and prunes", () => {
    expect(
      findingsAfter(databaseIdentity, ({ maintenance }) =>
        Object.assign(maintenance, { databaseIdentity: "analytics" }),
      ),
    ).toMatchObject([{ path: ["maintenance", "databaseIdentity"], given: "analytics" }]);
    const reading = ({ storage }: ProdInput) => Object.assign(entry(storage.identities, "wal-g"), { access: "read" });
    expect(findingsAfter(databaseIdentity, (input) => void reading(input))).toMatchObject([{ given: "wal-g" }]);
  });
});
