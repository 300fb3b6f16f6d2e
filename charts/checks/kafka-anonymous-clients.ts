import { valueAt } from "../kube-object";
import type { ManifestCheck } from "./check";
import { finding, listAt, mappingAt, strimziObjects, textAt } from "./strimzi-objects";

/** Setting that lets everybody at what no access list covers. */
const OPEN = "allow.everyone.if.no.acl.found";

/** A listener that asks nobody who he is serves somebody. */
export const kafkaAnonymousClients: ManifestCheck = {
  why: "With an authorizer, clients without a name may do nothing unless the brokers say otherwise.",
  source: "Apache Kafka 3.7, StandardAuthorizer (User:ANONYMOUS); compatibility page, S7; decision 2",
  find: ({ objects }) =>
    strimziObjects(objects, "Kafka").flatMap((kafka) => {
      const served =
        mappingAt(kafka, ["spec", "kafka", "config"])[OPEN] === true ||
        listAt(kafka, ["spec", "kafka", "authorization", "superUsers"]).includes("ANONYMOUS");
      if (valueAt(kafka, ["spec", "kafka", "authorization"]) === undefined || served) return [];
      return listAt(kafka, ["spec", "kafka", "listeners"]).flatMap((listener, index) =>
        valueAt(listener, ["authentication"]) !== undefined
          ? []
          : [
              finding(
                kafka,
                ["spec", "kafka", "listeners", index],
                `whoever comes by listener ${textAt(listener, ["name"])} is refused everything: set ${OPEN}, or ask for authentication`,
              ),
            ],
      );
    }),
};
