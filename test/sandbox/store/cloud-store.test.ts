import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

const folder = mkdtempSync(join(tmpdir(), "store-"));
afterAll(() => rmSync(folder, { recursive: true }));

function freshFile(content?: string): string {
  const file = join(mkdtempSync(join(folder, "one-")), "cloud.json");
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
  ['{"version":1,"objects":[],"creations":null}', /lacks the list "objects" or the map "creations"; restore/],
  ['{"version":1,"objects":[],"creations":[]}', /lacks the list "objects" or the map "creations"; restore/],
  ['{"version":1,"objects":[],"creations":{"urn:1":"1"}}', /json: creations\["urn:1"\] is not a number; restore/],
])("a file of content %j is refused", (content, message) => {
  expect(() => new CloudStore(freshFile(content)).objects("aws")).toThrow(message);
});

const { provider: _, ...NO_PROVIDER } = OBJECT;

test.each([
  [null, "objects[1] is not a map"],
  [["vpc-1"], "objects[1] is not a map"],
  [NO_PROVIDER, "objects[1] lacks provider, a string"],
  [{ ...OBJECT, provider: null }, "objects[1].provider is not a string"],
  [{ ...OBJECT, location: 1 }, "objects[1].location is not a string"],
  [{ ...OBJECT, type: {} }, "objects[1].type is not a string"],
  [{ ...OBJECT, id: 5 }, "objects[1].id is not a string"],
  [{ ...OBJECT, urn: true }, "objects[1].urn is not a string"],
  [{ ...OBJECT, creation: "0" }, "objects[1].creation is not a number"],
  [{ ...OBJECT, inputs: null }, "objects[1].inputs is not a map"],
  [{ ...OBJECT, outputs: [] }, "objects[1].outputs is not a map"],
])("the object %j is refused", (object, wrong) => {
  const file = freshFile(JSON.stringify({ version: 1, objects: [OBJECT, object], creations: { "urn:1": 1 } }));
  expect(() => new CloudStore(file).objects("aws")).toThrow(
    new Error(`${file}: ${wrong}; restore the file, or delete it to begin with an empty cloud`),
  );
});
