import { valueAt } from "../kube-object";
import type { ManifestCheck } from "./check";
import { finding, listAt, textAt } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

/** A peer without a selector is everybody, and counts as none. */
export const kafkaOpenListeners: ManifestCheck = {
  title: "A listener that asks nobody who he is names the peers that reach it",
  severity: "high",
  why: "Strimzi's network policy admits every pod of the cluster to a listener without peers.",
  remediation: "Set networkPolicyPeers of the listener, a selector in each, or ask for authentication there.",
  source:
    "strimzi-kafka-operator 0.42.0, API reference, GenericKafkaListener.networkPolicyPeers; docs/decisions.md, B3",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#proc-restricting-access-to-listeners-using-network-policies-str",
  find: ({ objects }) =>
    strimziObjects(objects, "Kafka").flatMap((kafka) =>
      listAt(kafka, ["spec", "kafka", "listeners"]).flatMap((listener, index) => {
        const peers = listAt(listener, ["networkPolicyPeers"]);
        // A peer without a selector is everybody, too.
        const named = peers.length > 0 && peers.every(hasSelector);
        return valueAt(listener, ["authentication"]) !== undefined || named
          ? []
          : [
              finding(
                kafka,
                ["spec", "kafka", "listeners", index, "networkPolicyPeers"],
                `listener ${textAt(listener, ["name"])} asks for no authentication and is open to every pod of the cluster`,
              ),
            ];
      }),
    ),
};

function hasSelector(peer: unknown): boolean {
  return ["namespaceSelector", "podSelector", "ipBlock"].some((key) => {
    const selector = valueAt(peer, [key]);
    return typeof selector === "object" && selector !== null && Object.keys(selector).length > 0;
  });
}
