import { ApiObject } from "cdk8s";
import { systemChart } from "../../system-chart";
import { applicationUser } from "./application-user";

/**
 * The applications' user, apart from the cluster: its access list closes the documented topics to everybody whom no other list admits, and the clients of
 * the listener without encryption are admitted by a Job of the cluster's chart. That one has to be done before.
 *
 * Source: document 002, sections 5 and 10; docs/decisions.md, B3.
 */
export const KAFKA_CLIENTS = systemChart({
  name: "kafka-clients",
  folder: "charts/kafka/clients",
  appliedBy: "pulumi",
  needs: ["kafka", "addOns.strimzi-kafka-operator"],
  after: ["kafka"],
  build: (chart, platform) => {
    new ApiObject(chart, "application-user", applicationUser(platform));
  },
});
