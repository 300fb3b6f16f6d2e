import { brokerBandwidth, goalList, kibPerSecond } from "../../../../charts/kafka/cluster/cruise-control";
import { entry } from "../../../config/checks/prod-findings";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";

describe("Cruise Control's settings", () => {
  it("list the goals as a folded block reads: one space between them, a line break at the end", () => {
    const platform = prodWith(({ kafka }) => Object.assign(kafka, { goals: ["RackAwareGoal", "CpuCapacityGoal"] }));
    expect(goalList(platform)).toBe(
      "com.linkedin.kafka.cruisecontrol.analyzer.goals.RackAwareGoal, com.linkedin.kafka.cruisecontrol.analyzer.goals.CpuCapacityGoal\n",
    );
  });

  it("state the baseline of the brokers' nodes, rounded down", () => {
    expect(kibPerSecond(8.4)).toBeCloseTo(1_025_390.625);
    expect(brokerBandwidth(prodPlatform())).toBe("1025000KiB/s");
  });

  it("state that of the slowest type where there are several", () => {
    const platform = prodWith(({ nodePools }) =>
      Object.assign(entry(nodePools, "worker-kafka-v2"), { instanceTypes: ["i3en.3xlarge", "i3en.xlarge"] }),
    );
    // 4.2 Gbit/s
    expect(brokerBandwidth(platform)).toBe("512000KiB/s");
  });

  it("can't be stated for other types, or for a pool that isn't there", () => {
    const otherType = prodWith(({ nodePools }) =>
      Object.assign(entry(nodePools, "worker-kafka-v2"), { instanceTypes: ["m6i.4xlarge"] }),
    );
    const otherPool = prodWith(({ kafka }) => Object.assign(kafka, { nodePool: "worker-kafka-v9" }));
    expect(() => brokerBandwidth(otherType)).toThrow("the bandwidth of worker-kafka-v2 is not known");
    expect(() => brokerBandwidth(otherPool)).toThrow("the bandwidth of worker-kafka-v9 is not known");
  });
});
