import { applicationAcls, applicationUser } from "../../../../charts/kafka/cluster/application-user";
import { CONSUMER_GROUPS, TOPIC_INVENTORY } from "../../../documented/kafka";
import { prodPlatform } from "../../../infra/prod-platform";

describe("the applications' user", () => {
  const acls = applicationAcls(prodPlatform());
  const named = (type: string) =>
    acls.flatMap(({ resource, operations, host }) =>
      resource.type === type && "name" in resource
        ? [{ name: resource.name, pattern: resource.patternType, operations, host }]
        : [],
    );

  it("reads and writes the documented topics, one by one", () => {
    const operations = ["Describe", "Read", "Write"];
    expect(named("topic")).toEqual(
      Object.keys(TOPIC_INVENTORY)
        .sort()
        .map((name) => ({ name, pattern: "literal", operations, host: "*" })),
    );
  });

  it("reads in the documented groups", () => {
    const operations = ["Describe", "Read"];
    expect(named("group")).toEqual(
      CONSUMER_GROUPS.map((name) => ({ name, pattern: "literal", operations, host: "*" })),
    );
  });

  it("closes the cluster to everybody else, and gets nothing by it that writing doesn't bring", () => {
    expect(acls.filter(({ resource }) => resource.type === "cluster")).toEqual([
      { resource: { type: "cluster" }, operations: ["IdempotentWrite"], host: "*" },
    ]);
    expect(acls).toHaveLength(1 + 10 + 6);
  });

  it("signs in with a certificate", () => {
    expect(applicationUser(prodPlatform())).toEqual({
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaUser",
      metadata: { name: "kafka-app-user", namespace: "kafka-prod", labels: { "strimzi.io/cluster": "kafka-prod" } },
      spec: { authentication: { type: "tls" }, authorization: { type: "simple", acls } },
    });
  });
});
