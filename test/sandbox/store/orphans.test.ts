import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudObject } from "../../../sandbox/store/cloud-object";
import { removeObjectsOf } from "../../../sandbox/store/orphans";
import { readStoreFile, writeStoreFile } from "../../../sandbox/store/store-file";

const folder = mkdtempSync(join(tmpdir(), "orphans-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const object = (id: string, urn: string): CloudObject => ({
  provider: "aws",
  location: "here",
  type: "aws:ec2/vpc:Vpc",
  id,
  urn,
  creation: 0,
  inputs: {},
  outputs: {},
});

describe("removeObjectsOf", () => {
  const file = join(folder, "store.json");
  beforeEach(() =>
    writeStoreFile(file, {
      version: 1,
      objects: [object("vpc-1", "urn:a"), object("vpc-2", "urn:b")],
      creations: { "urn:a": 1, "urn:b": 1 },
    }),
  );

  it("removes what the resources made, and keeps count of creations so that ids stay new", () => {
    removeObjectsOf(file, ["urn:b"]);
    const { objects, creations } = readStoreFile(file);
    expect(objects.map(({ id }) => id)).toEqual(["vpc-1"]);
    expect(creations).toEqual({ "urn:a": 1, "urn:b": 1 });
  });

  it("leaves the file alone when none of them made anything", () => {
    const before = readFileSync(file, "utf8");
    removeObjectsOf(file, ["urn:c"]);
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});
