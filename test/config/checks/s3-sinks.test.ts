import {
  connectIdentity,
  s3SinkAccess,
  s3SinkBuckets,
  s3SinkPrefixes,
  s3SinkRotation,
} from "../../../config/checks/s3-sinks";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const logs = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.kafkaConnect.s3Sinks, "s3-sink-logs"), change);
};
const writer = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.storage.identities, "kafka-connect"), change);
};
const at = (field: string) => `vantage:kafkaConnect.s3Sinks.s3-sink-logs.${field}`;

describe("S3 sinks", () => {
  it("of prod are in order", () => {
    const checks = [connectIdentity, s3SinkBuckets, s3SinkAccess, s3SinkPrefixes, s3SinkRotation];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("have a bucket; one that isn't there is reported once", () => {
    const change = logs({ bucket: "vantage-lake" });
    expect(findingsAfter(s3SinkBuckets, change)).toMatchObject([{ given: "vantage-lake" }]);
    expect(pathsAfter(s3SinkBuckets, change)).toEqual([at("bucket")]);
    expect(findingsAfter(s3SinkAccess, change)).toEqual([]);
  });

  it.each<[string, (input: ProdInput) => void]>([
    ["of another account", writer({ serviceAccount: "connect" })],
    ["of another namespace", writer({ namespace: "monitoring" })],
    [
      "of workers with another name",
      (input) => {
        input.kafkaConnect.name = "pipes";
      },
    ],
  ])("need an identity; one %s is none", (_, change) => {
    expect(pathsAfter(connectIdentity, change)).toEqual(["vantage:storage.identities"]);
    expect(findingsAfter(s3SinkAccess, change)).toEqual([]);
  });

  it.each<[string, (input: ProdInput) => void]>([
    ["of another prefix", logs({ prefix: "log/" })],
    ["of another bucket", logs({ bucket: "vantage-analytics" })],
    ["that it may only read", writer({ access: "read", prefixes: ["logs/"] })],
  ])("write nothing %s", (_, change) => {
    expect(pathsAfter(s3SinkAccess, change)).toContain(at("prefix"));
  });

  it("may write below a prefix of the identity, and into a whole bucket", () => {
    expect(findingsAfter(s3SinkAccess, logs({ prefix: "logs/applications/" }))).toEqual([]);
    expect(findingsAfter(s3SinkAccess, writer({ prefixes: [""] }))).toEqual([]);
  });

  it.each(["events/", "events/logs/"])("don't write %s, where s3-sink-app-events does", (prefix) => {
    expect(findingsAfter(s3SinkPrefixes, logs({ prefix }))).toMatchObject([
      { given: `${prefix} of vantage-data-lake, where s3-sink-app-events writes too` },
    ]);
    expect(pathsAfter(s3SinkPrefixes, logs({ prefix }))).toEqual([at("prefix")]);
    expect(findingsAfter(s3SinkPrefixes, logs({ prefix, bucket: "vantage-analytics" }))).toEqual([]);
  });

  it.each(["0s", "3601s", "2h"])("don't complete an object after %s", (rotation) => {
    expect(pathsAfter(s3SinkRotation, logs({ rotation }))).toEqual([at("rotation")]);
  });

  it.each(["1s", "1h"])("may complete an object after %s", (rotation) => {
    expect(findingsAfter(s3SinkRotation, logs({ rotation }))).toEqual([]);
  });
});
