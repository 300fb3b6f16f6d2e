import { kafkaJmx } from "../../../charts/checks/kafka-jmx";
import { prodWith } from "../../infra/prod-platform";
import { changedCluster, found, foundAfter } from "./kafka-fixture";

const options = ["spec", "kafka", "jmxOptions"];

describe("kafka-jmx", () => {
  it("finds JMX opened past Strimzi", () => {
    const properties = [
      { name: "java.net.preferIPv4Stack", value: "true" },
      { name: "com.sun.management.jmxremote.port", value: "9999" },
    ];
    expect(foundAfter(kafkaJmx, ["log", ["spec", "kafka", "jvmOptions", "javaSystemProperties"], properties])).toEqual([
      "Kafka log at spec.kafka.jvmOptions.javaSystemProperties[1]: com.sun.management.jmxremote.port opens JMX without a password: use spec.kafka.jmxOptions",
    ]);
  });

  it("finds JMX without a password", () => {
    expect(foundAfter(kafkaJmx, ["log", options, {}])).toEqual([
      "Kafka log at spec.kafka.jmxOptions: JMX is open to every pod without a password: set authentication.type to password",
    ]);
  });

  it("finds no JMX only where the stack file asks for it", () => {
    const without = changedCluster(["log", options]);
    expect(found(kafkaJmx, without)).toEqual([
      "Kafka log at spec.kafka.jmxOptions: nothing answers JMX on port 9999, which the stack file asks for (remoteJmx)",
    ]);
    const local = prodWith(({ kafka }) => Object.assign(kafka, { remoteJmx: false }));
    expect(found(kafkaJmx, without, local)).toEqual([]);
  });
});
