import { fieldRows, lifeRows, TABLES } from "../../../review/classes/tables";
import { AWS_TYPES } from "../../../sandbox/aws/aws-types";

const rows = TABLES.flatMap(({ of, fields = [], added = [], removed = [] }) =>
  [...fields, ...added, ...removed].map((row) => ({ of, ...row })),
);

describe("the tables", () => {
  it("say of every row why and where that is known from", () => {
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter(({ source }) => source.length < 5)).toEqual([]);
    expect(rows.filter(({ reason }) => typeof reason === "string" && !/^.{10,}[^.]$/.test(reason))).toEqual([]);
  });

  it("name types of AWS that the sandbox knows, or that hold data", () => {
    const known = new Set(AWS_TYPES.map(({ token }) => token));
    const others = TABLES.flatMap(({ of }) => of).filter((type) => type.startsWith("aws:") && !known.has(type));
    expect([...new Set(others)].sort()).toEqual([
      "aws:dynamodb/table:Table",
      "aws:ebs/snapshot:Snapshot",
      "aws:ebs/volume:Volume",
      "aws:efs/fileSystem:FileSystem",
      "aws:rds/cluster:Cluster",
      "aws:rds/instance:Instance",
      "aws:secretsmanager/secret:Secret",
    ]);
  });

  it("put Redis's settings before those of other ConfigMaps", () => {
    expect(fieldRows("ConfigMap")[0]?.path).toEqual(["data", "redis.conf", "maxmemory-policy"]);
  });

  it("stand for all kinds of a group where they say so", () => {
    expect(fieldRows("networking.istio.io/VirtualService").map(({ path }) => path)).toEqual([["spec"]]);
    expect(lifeRows("Secret", "added")).toEqual([]);
  });
});
