import { cruiseControlCapacity } from "../../../charts/checks/cruise-control-capacity";
import { foundAfter } from "./kafka-fixture";

const capacity = ["spec", "cruiseControl", "brokerCapacity"];

describe("cruise-control-capacity", () => {
  it.each([
    ["inboundNetwork", "NetworkInboundCapacityGoal"],
    ["outboundNetwork", "NetworkOutboundCapacityGoal"],
  ])("finds %s missing", (key, goal) => {
    expect(foundAfter(cruiseControlCapacity, ["log", [...capacity, key]])).toEqual([
      `Kafka log at spec.cruiseControl.brokerCapacity.${key}: ${key} is missing: ${goal} would go by Strimzi's default of 10000KiB/s`,
    ]);
  });

  it("finds more than the 8.4 Gbit/s of an i3en.2xlarge", () => {
    expect(foundAfter(cruiseControlCapacity, ["log", [...capacity, "inboundNetwork"], "2GB/s"])).toEqual([
      "Kafka log at spec.cruiseControl.brokerCapacity.inboundNetwork: 2GB/s is more than the nodes have at all times: 1050 MB/s",
    ]);
    expect(foundAfter(cruiseControlCapacity, ["log", [...capacity, "inboundNetwork"], "1050MB/s"])).toEqual([]);
  });

  it("asks only where a goal goes by it", () => {
    const goals = "com.linkedin.kafka.cruisecontrol.analyzer.goals.RackAwareGoal";
    const named = ["log", ["spec", "cruiseControl", "config", "goals"], goals] as const;
    expect(foundAfter(cruiseControlCapacity, ["log", capacity], named)).toEqual([]);
    expect(
      foundAfter(cruiseControlCapacity, ["log", capacity], ["log", ["spec", "cruiseControl", "config"], {}]),
    ).toHaveLength(2);
    expect(foundAfter(cruiseControlCapacity, ["log", ["spec", "cruiseControl"]])).toEqual([]);
  });
});
