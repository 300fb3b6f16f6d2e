import { connectorResources } from "../../../charts/checks/connector-resources";
import { foundAmongWorkers } from "./connect-fixture";

const ANNOTATION = ["metadata", "annotations", "strimzi.io/use-connector-resources"];

describe("connector-resources", () => {
  it.each([
    ["missing", undefined],
    ["false", "false"],
  ])("finds workers whose annotation is %s, for each connector", (given, value) => {
    expect(foundAmongWorkers(connectorResources, ["movers", ANNOTATION, value])).toEqual(
      ["drain", "copy"].map(
        (name) =>
          `KafkaConnect movers at metadata.annotations["strimzi.io/use-connector-resources"]: is ${given}: connector ${name} is left alone; "true" lets the operator create it`,
      ),
    );
  });

  it("leaves workers without connectors, and connectors without workers, to others", () => {
    const elsewhere = ["drain", "copy"].map(
      (name) => [name, ["metadata", "labels", "strimzi.io/cluster"], "nobody"] as const,
    );
    expect(foundAmongWorkers(connectorResources, ["movers", ANNOTATION], ...elsewhere)).toEqual([]);
  });
});
