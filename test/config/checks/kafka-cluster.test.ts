import type { Check } from "../../../config/checks/check";
import {
  kafkaControllers,
  kafkaGoals,
  kafkaHeap,
  kafkaInSync,
  kafkaLimits,
  kafkaReplication,
  kafkaRetention,
  kafkaVersion,
  kafkaZones,
} from "../../../config/checks/kafka-cluster";
import { findingsAfter } from "./prod-findings";

const afterChange = (check: Check, change: object) => findingsAfter(check, ({ kafka }) => Object.assign(kafka, change));

const ALL = [
  kafkaControllers,
  kafkaGoals,
  kafkaHeap,
  kafkaInSync,
  kafkaLimits,
  kafkaReplication,
  kafkaRetention,
  kafkaVersion,
  kafkaZones,
];

it("finds nothing in the committed file", () => {
  expect(ALL.flatMap((check) => findingsAfter(check))).toEqual([]);
});

describe("the Kafka cluster", () => {
  it("has no more controllers than brokers", () => {
    expect(afterChange(kafkaControllers, { brokers: 5, controllers: 5 })).toEqual([]);
    expect(afterChange(kafkaControllers, { brokers: 4, controllers: 5 })).toMatchObject([
      { path: ["kafka", "controllers"], given: "5 of 4 brokers", allowed: "at most 4" },
    ]);
  });

  it("has a broker for every copy", () => {
    expect(afterChange(kafkaReplication, { brokers: 3, replicationFactor: 3 })).toEqual([]);
    expect(afterChange(kafkaReplication, { brokers: 3, replicationFactor: 4 })).toMatchObject([
      { path: ["kafka", "replicationFactor"], given: "4 on 3 brokers" },
    ]);
  });

  it("can be written to with one copy less", () => {
    expect(afterChange(kafkaInSync, { minInSyncReplicas: 1 })).toEqual([]);
    expect(afterChange(kafkaInSync, { minInSyncReplicas: 3 })).toMatchObject([
      { path: ["kafka", "minInSyncReplicas"], given: "3 of 3 copies" },
    ]);
  });

  it("spreads replicas over zones with equally many brokers in each, six for three zones", () => {
    expect(afterChange(kafkaZones, { rackAwareness: true, brokers: 6 })).toEqual([]);
    expect(afterChange(kafkaZones, { rackAwareness: true })).toMatchObject([
      {
        path: ["kafka", "rackAwareness"],
        given: "true with 5 brokers in 3 zones",
        mend: expect.stringContaining("run 6 brokers"),
      },
    ]);
  });

  it("has a heap of three quarters of the memory limit at most", () => {
    expect(afterChange(kafkaHeap, { jvm: { heap: "15g", flags: {} } })).toEqual([]);
    expect(afterChange(kafkaHeap, { jvm: { heap: "15361m", flags: {} } })).toMatchObject([
      { path: ["kafka", "jvm", "heap"], given: "15361m", allowed: "at most 75 % of the memory limit, which is 20Gi" },
    ]);
  });

  it("requests no more than its limits", () => {
    const limits = { cpu: "2", memory: "20480Mi" };
    expect(afterChange(kafkaLimits, { resources: { requests: { cpu: "2", memory: "20Gi" }, limits } })).toEqual([]);
    expect(
      afterChange(kafkaLimits, { resources: { requests: { cpu: "2500m", memory: "21Gi" }, limits } }),
    ).toMatchObject([
      { path: ["kafka", "resources", "requests", "cpu"], given: "2500m", allowed: "at most the limit, which is 2" },
      { path: ["kafka", "resources", "requests", "memory"], given: "21Gi" },
    ]);
  });

  it.each([
    ["3d", []],
    ["60m", []],
    ["90m", ["90m"]],
    ["0h", ["0h"]],
  ])("keeps records for %s: %j", (retention, given) => {
    expect(afterChange(kafkaRetention, { retention }).map((finding) => finding.given)).toEqual(given);
  });

  it("has every hard goal of Cruise Control", () => {
    expect(findingsAfter(kafkaGoals, ({ kafka }) => kafka.goals.splice(0, 2))).toMatchObject([
      { path: ["kafka", "goals"], given: "a list without RackAwareGoal, ReplicaCapacityGoal" },
    ]);
  });

  it.each(["3.6.0", "3.7.0"])("may be Kafka %s", (version) => {
    expect(afterChange(kafkaVersion, { version })).toEqual([]);
  });

  it.each(["3.5.2", "3.8.0", "4.0.0"])("can't be Kafka %s, which Strimzi 0.42.0 doesn't run", (version) => {
    expect(afterChange(kafkaVersion, { version })).toMatchObject([
      {
        path: ["kafka", "version"],
        given: version,
        allowed: "a release that Strimzi 0.42.0 runs: 3.6.0, 3.6.1, 3.6.2, 3.7.0, 3.7.1",
      },
    ]);
  });
});
