import { cruiseControlWindows } from "../../../charts/checks/cruise-control-windows";
import { prodWith } from "../../infra/prod-platform";
import { changedCluster, found, foundAfter } from "./kafka-fixture";

const KEY = "num.partition.metrics.windows";
const windows = ["spec", "cruiseControl", "config", KEY];
const AT = `Kafka log at spec.cruiseControl.config["${KEY}"]`;

describe("cruise-control-windows", () => {
  it("finds windows left to Strimzi, which keeps one of five minutes", () => {
    const missing = `${AT}: ${KEY} is missing; the stack file says 12`;
    expect(foundAfter(cruiseControlWindows, ["log", windows])).toEqual([missing]);
    expect(foundAfter(cruiseControlWindows, ["log", ["spec", "cruiseControl", "config"]])).toEqual([missing]);
  });

  it("finds another number than that of the stack file", () => {
    expect(foundAfter(cruiseControlWindows, ["log", windows, 1])).toEqual([
      `${AT}: ${KEY} is 1; the stack file says 12`,
    ]);
    const hours = prodWith(({ kafka }) => Object.assign(kafka, { metricWindows: 36 }));
    expect(found(cruiseControlWindows, changedCluster(), hours)).toEqual([
      `${AT}: ${KEY} is 12; the stack file says 36`,
    ]);
  });

  it("takes the number as a text too, as Strimzi does", () => {
    expect(foundAfter(cruiseControlWindows, ["log", windows, "12"])).toEqual([]);
  });

  it("asks only where Cruise Control runs", () => {
    expect(foundAfter(cruiseControlWindows, ["log", ["spec", "cruiseControl"]])).toEqual([]);
  });
});
