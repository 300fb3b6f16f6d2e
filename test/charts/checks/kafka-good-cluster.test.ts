import { CHECKS } from "../../../charts/checks/all";
import { found, GOOD_CLUSTER } from "./kafka-fixture";

describe("a cluster with which nothing is wrong", () => {
  const names = Object.keys(CHECKS).filter((name) => /^(kafka|cruise-control|strimzi)-/.test(name));

  it.each(names)("%s", (name) => {
    expect(found(CHECKS[name as keyof typeof CHECKS], GOOD_CLUSTER)).toEqual([]);
  });

  it("is what all checks of Strimzi's resources are tried on", () => {
    expect(names.length).toBeGreaterThanOrEqual(18);
  });
});
