import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudObject } from "../../../sandbox/store/cloud-object";
import { CloudStore } from "../../../sandbox/store/cloud-store";

const OBJECT: CloudObject = {
  provider: "aws",
  location: "a/b",
  type: "aws:ec2/vpc:Vpc",
  id: "vpc-1",
  urn: "urn:1",
  creation: 0,
  inputs: { cidrBlock: "10.0.0.0/16" },
  outputs: { arn: "x" },
};

function freshFile(content?: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "store-")), "cloud.json");
  if (content !== undefined) writeFileSync(file, content);
  return file;
}

test.each([undefined, "", " \n"])("a file of content %j is an empty cloud", (content) => {
  expect(new CloudStore(freshFile(content)).objects("aws")).toEqual([]);
});

test("what one store writes, the next one reads", () => {
  const file = freshFile();
  new CloudStore(file).create(OBJECT);
  const store = new CloudStore(file);
  expect(store.objects("aws")).toEqual([OBJECT]);
  expect(store.objects("kubernetes")).toEqual([]);
  expect(store.creations("urn:1")).toBe(1);
});

test("objects are replaced and removed by provider, location, type and id", () => {
  const store = new CloudStore(freshFile());
  store.create(OBJECT);
  store.replace({ ...OBJECT, outputs: { arn: "y" } });
  expect(store.find(OBJECT)?.outputs).toEqual({ arn: "y" });
  expect(store.find({ ...OBJECT, location: "a/c" })).toBe(undefined);
  store.remove(OBJECT);
  store.remove(OBJECT);
  expect(store.find(OBJECT)).toBe(undefined);
  expect(store.creations("urn:1")).toBe(1);
});

test("a change made behind the store's back is seen by the next call", () => {
  const file = freshFile();
  const store = new CloudStore(file);
  store.create(OBJECT);
  writeFileSync(file, readFileSync(file, "utf8").replace("10.0.0.0/16", "10.9.0.0/16"));
  expect(store.find(OBJECT)?.inputs).toEqual({ cidrBlock: "10.9.0.0/16" });
});

test("no temporary file is left behind", () => {
  const file = freshFile();
  new CloudStore(file).create(OBJECT);
  expect(readdirSync(join(file, ".."))).toEqual(["cloud.json"]);
});

test.each([
  ["{", /cloud\.json: not JSON \(.+\); restore the file, or delete it to begin with an empty cloud$/],
  ['{"version":2}', /cloud\.json: version 2, but this program reads version 1; restore/],
  ['{"version":1,"objects":{}}', /cloud\.json: lacks the list "objects" or the map "creations"; restore/],
])("a file of content %j is refused", (content, message) => {
  expect(() => new CloudStore(freshFile(content))).toThrow(message);
});
