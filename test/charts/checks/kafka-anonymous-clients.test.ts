import { kafkaAnonymousClients } from "../../../charts/checks/kafka-anonymous-clients";
import type { KubeObject } from "../../../charts/kube-object";
import { prodWith } from "../../infra/prod-platform";
import type { Change } from "./changed-objects";
import { changedCluster, found, foundAfter } from "./kafka-fixture";

const closed: Change = ["log", ["spec", "kafka", "config", "allow.everyone.if.no.acl.found"], false];

describe("kafka-anonymous-clients", () => {
  it("finds a listener whose clients may do nothing", () => {
    expect(foundAfter(kafkaAnonymousClients, closed)).toEqual([
      "Kafka log at spec.kafka.listeners[0]: whoever comes by listener plain is refused everything: set allow.everyone.if.no.acl.found, or ask for authentication",
    ]);
  });

  it.each<[string, Change]>([
    ["they are superusers", ["log", ["spec", "kafka", "authorization", "superUsers"], ["ANONYMOUS"]]],
    ["there is no authorizer", ["log", ["spec", "kafka", "authorization"]]],
    ["they sign in", ["log", ["spec", "kafka", "listeners", 0, "authentication"], { type: "tls" }]],
  ])("finds nothing where %s", (_, change) => {
    expect(foundAfter(kafkaAnonymousClients, closed, change)).toEqual([]);
  });
});

/** A list that names a documented topic by its name, and the documented groups by a beginning. */
const listed: Change = [
  "reader",
  ["spec", "authorization", "acls"],
  [
    { resource: { type: "topic", name: "vantage-order-events" } },
    { resource: { type: "topic", name: "of-nobody" } },
    { resource: { type: "group", name: "s", patternType: "prefix" } },
  ],
];

function job(namespace: string, ...lines: readonly string[]): KubeObject {
  const container = { name: "acls", command: ["/bin/bash", "-euc", lines.join("\n")] };
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: "acls", namespace },
    spec: { template: { spec: { containers: [container] } } },
  };
}

const TOPIC = "acls --add --allow-principal User:ANONYMOUS --operation Read --topic vantage-order-events";
const GROUPS = "acls --add --allow-principal User:ANONYMOUS --group search-indexer --group s3-archiver";

describe("kafka-anonymous-clients, of what another's list names", () => {
  const foundWith = (...jobs: readonly KubeObject[]) =>
    found(kafkaAnonymousClients, [...changedCluster(listed), ...jobs]);
  const refused = (resources: string) => [
    `Kafka log at spec.kafka.listeners[0]: whoever comes by listener plain is refused ${resources}, which the access list of a KafkaUser names: have a Job admit User:ANONYMOUS there, or set vantage:kafka.listeners.anonymousAcls to false`,
  ];
  const ALL = "topic vantage-order-events, group search-indexer, group s3-archiver";

  it("finds topics and groups of the applications that no Job opens", () => {
    expect(foundWith()).toEqual(refused(ALL));
    expect(foundWith(job("kafka-prod", GROUPS))).toEqual(refused("topic vantage-order-events"));
  });

  it.each([
    ["of another namespace", job("elsewhere", TOPIC, GROUPS)],
    [
      "that takes them away",
      job("kafka-prod", TOPIC.replace("--add", "--remove"), GROUPS.replace("--add", "--remove")),
    ],
    ["for somebody else", job("kafka-prod", TOPIC.replace("ANONYMOUS", "me"), GROUPS.replace("ANONYMOUS", "me"))],
  ])("finds them in spite of a Job %s", (_, other) => {
    expect(foundWith(other)).toEqual(refused(ALL));
  });

  it("is content with a Job that opens them, and with clients that are gone", () => {
    expect(foundWith(job("kafka-prod", TOPIC, GROUPS))).toEqual([]);
    const gone = prodWith(({ kafka }) => Object.assign(kafka.listeners, { anonymousAcls: false }));
    expect(found(kafkaAnonymousClients, changedCluster(listed), gone)).toEqual([]);
    expect(
      foundAfter(kafkaAnonymousClients, listed, [
        "log",
        ["spec", "kafka", "authorization", "superUsers"],
        ["ANONYMOUS"],
      ]),
    ).toEqual([]);
  });
});
