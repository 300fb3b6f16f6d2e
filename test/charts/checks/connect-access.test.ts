import { connectAccess } from "../../../charts/checks/connect-access";
import type { Change } from "./changed-objects";
import { foundAmongWorkers, workersWithout } from "./connect-fixture";
import { found } from "./kafka-fixture";

const ACLS = ["spec", "authorization", "acls"];
const acl = (index: number, ...path: (string | number)[]) => ["spec", "authorization", "acls", index, ...path];
const missing = (what: string, by: string) =>
  `KafkaUser mover at spec.authorization.acls: ${what} is missing, which ${by} needs`;

describe("connect-access", () => {
  it.each<[string, Change, readonly string[]]>([
    [
      "a sink's topic that may only be described",
      ["mover", acl(3, "operations"), ["Describe"]],
      [missing("Read on topic events", "connector drain")],
    ],
    [
      "a sink's topic that is only nearly named",
      ["mover", acl(3, "resource", "name"), "event"],
      [missing("Read on topic events", "connector drain")],
    ],
    [
      "a sink's group",
      ["mover", acl(2, "resource", "name"), "connect-drains"],
      [missing("Read on group connect-drain", "connector drain")],
    ],
    [
      "a group that a sink was given instead",
      ["drain", ["spec", "config", "consumer.override.group.id"], "archive"],
      [missing("Read on group archive", "connector drain")],
    ],
    [
      "a source's topic that may only be read",
      ["mover", acl(4, "operations"), ["Read"]],
      [missing("Write on topic copy-of_items", "connector copy")],
    ],
    [
      "a topic of another table",
      ["copy", ["spec", "config", "table.whitelist"], "of_items,public.orders"],
      [missing("Write on topic copy-orders", "connector copy")],
    ],
    [
      "the topic for what a sink can't handle",
      ["drain", ["spec", "config", "errors.deadletterqueue.topic.name"], "rest"],
      [missing("Write on topic rest", "connector drain")],
    ],
    [
      "the workers' group",
      ["movers", ["spec", "config", "group.id"], "others"],
      [missing("Read on group others", "KafkaConnect movers")],
    ],
    ["a right that is denied", ["mover", acl(3, "type"), "deny"], [missing("Read on topic events", "connector drain")]],
    [
      "making and looking at the workers' topics",
      ["mover", acl(0, "operations"), ["Read", "Write"]],
      ["configs", "offsets", "status"].flatMap((topic) =>
        ["Create", "DescribeConfigs"].map((right) => missing(`${right} on topic own-${topic}`, "KafkaConnect movers")),
      ),
    ],
  ])("finds missing: %s", (_, change, expected) => {
    expect(foundAmongWorkers(connectAccess, change)).toEqual(expected);
  });

  it("finds a certificate of nobody", () => {
    expect(found(connectAccess, workersWithout("mover"))).toEqual([
      "KafkaConnect movers at spec.authentication.certificateAndKey.secretName: there is no KafkaUser mover, whose Secret this would be",
    ]);
  });

  it.each<[string, Change]>([
    ["a right on everything", ["mover", acl(3, "resource", "name"), "*"]],
    [
      "the older spelling of one operation",
      ["mover", acl(3), { resource: { type: "topic", name: "events" }, operation: "Read" }],
    ],
    ["a user without a list", ["mover", ["spec", "authorization"]]],
    ["workers without a certificate", ["movers", ["spec", "authentication"]]],
  ])("is content with %s", (_, change) => {
    expect(foundAmongWorkers(connectAccess, change)).toEqual([]);
  });

  it("finds everything where the list is empty", () => {
    expect(foundAmongWorkers(connectAccess, ["mover", ACLS, []])).toHaveLength(3 * 4 + 1 + 2 + 1);
  });
});
