import { cruiseControlGoals } from "../../../charts/checks/cruise-control-goals";
import { foundAfter } from "./kafka-fixture";

const config = ["spec", "cruiseControl", "config"];
const goal = (name: string) => `com.linkedin.kafka.cruisecontrol.analyzer.goals.${name}`;

describe("cruise-control-goals", () => {
  it("finds goals without default goals: Strimzi's are all 17", () => {
    expect(foundAfter(cruiseControlGoals, ["log", [...config, "default.goals"]])).toEqual([
      'Kafka log at spec.cruiseControl.config["default.goals"]: default.goals is missing: Strimzi\'s own has more than the goals',
    ]);
  });

  it("finds default goals and hard goals that are no goals", () => {
    const other = goal("PotentialNwOutGoal");
    expect(foundAfter(cruiseControlGoals, ["log", [...config, "default.goals"], other])).toEqual([
      `Kafka log at spec.cruiseControl.config["default.goals"]: default.goals has what goals lacks: ${other}`,
    ]);
    expect(foundAfter(cruiseControlGoals, ["log", [...config, "hard.goals"], other])).toEqual([
      `Kafka log at spec.cruiseControl.config["hard.goals"]: hard.goals has what goals lacks: ${other}`,
    ]);
  });

  it("finds goals without the hard ones that hold by default", () => {
    const few = ["RackAwareGoal", "ReplicaCapacityGoal", "DiskCapacityGoal"].map(goal).join(",");
    expect(
      foundAfter(cruiseControlGoals, ["log", [...config, "goals"], few], ["log", [...config, "default.goals"], few]),
    ).toEqual([
      `Kafka log at spec.cruiseControl.config["hard.goals"]: hard.goals has what goals lacks: ${["NetworkInboundCapacityGoal", "NetworkOutboundCapacityGoal", "CpuCapacityGoal"].map(goal).join(", ")}`,
    ]);
  });

  it("lets a Cruise Control without goals have them all", () => {
    expect(foundAfter(cruiseControlGoals, ["log", config, {}])).toEqual([]);
  });
});
