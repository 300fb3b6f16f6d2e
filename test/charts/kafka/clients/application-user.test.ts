import { applicationAcls, applicationUser } from "../../../../charts/kafka/clients/application-user";
import { KAFKA_CLIENTS } from "../../../../charts/kafka/clients/kafka-clients";
import { documentedRendering } from "../../../../charts/synthesize";
import { CONSUMER_GROUPS, TOPIC_INVENTORY } from "../../../documented/kafka";
import { prodPlatform } from "../../../infra/prod-platform";

describe("the applications' user", () => {
  const acls = applicationAcls(prodPlatform());
  const named = (type: string) =>
    acls.flatMap(({ resource, operations, host }) =>
      resource.type === type ? [{ name: resource.name, pattern: resource.patternType, operations, host }] : [],
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

  it("may do nothing else", () => {
    expect(acls).toHaveLength(10 + 6);
  });

  it("is a chart of its own, after the cluster's: its list closes what a Job of that opens", () => {
    expect(KAFKA_CLIENTS.after).toEqual(["kafka"]);
    const rendered = documentedRendering(prodPlatform(), [KAFKA_CLIENTS]).flatMap(({ objects }) => objects);
    expect(rendered).toEqual([applicationUser(prodPlatform())]);
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
