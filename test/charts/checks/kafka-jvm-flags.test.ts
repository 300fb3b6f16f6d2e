import { kafkaJvmFlags } from "../../../charts/checks/kafka-jvm-flags";
import { foundAfter } from "./kafka-fixture";

const AT = "spec.kafka.jvmOptions.-XX";

describe("kafka-jvm-flags", () => {
  it("finds a flag of the stack file that is missing or has another value", () => {
    const pause = ["spec", "kafka", "jvmOptions", "-XX", "MaxGCPauseMillis"];
    expect(foundAfter(kafkaJvmFlags, ["log", pause])).toEqual([
      `Kafka log at ${AT}.MaxGCPauseMillis: -XX flag MaxGCPauseMillis is not set; the stack file says 15`,
    ]);
    expect(foundAfter(kafkaJvmFlags, ["log", pause, "20"])).toEqual([
      `Kafka log at ${AT}.MaxGCPauseMillis: -XX flag MaxGCPauseMillis is 20; the stack file says 15`,
    ]);
  });

  it("finds all of them where there is none", () => {
    expect(foundAfter(kafkaJvmFlags, ["log", ["spec", "kafka", "jvmOptions", "-XX"]])).toHaveLength(10);
  });

  it("lets a cluster have further flags", () => {
    expect(
      foundAfter(kafkaJvmFlags, ["log", ["spec", "kafka", "jvmOptions", "-XX", "AlwaysPreTouch"], "true"]),
    ).toEqual([]);
  });
});
