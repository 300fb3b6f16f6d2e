import { GUARD_ACLS, platformGuard } from "../../../../charts/kafka/cluster/platform-guard";
import { prodPlatform } from "../../../infra/prod-platform";

describe("the platform's guard", () => {
  it("names the cluster and the internal topics, and gives nobody anything that matters", () => {
    expect(GUARD_ACLS).toEqual([
      { resource: { type: "cluster" }, operations: ["Describe"], host: "*" },
      { resource: { type: "topic", name: "__", patternType: "prefix" }, operations: ["Describe"], host: "*" },
      {
        resource: { type: "topic", name: "strimzi.cruisecontrol.", patternType: "prefix" },
        operations: ["Describe"],
        host: "*",
      },
    ]);
  });

  it("is a user whom nobody can be: there is no certificate of its name", () => {
    expect(platformGuard(prodPlatform())).toEqual({
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaUser",
      metadata: { name: "platform-guard", namespace: "kafka-prod", labels: { "strimzi.io/cluster": "kafka-prod" } },
      spec: { authorization: { type: "simple", acls: GUARD_ACLS } },
    });
  });
});
