import { changeObject, type Mutations, removeObjects } from "./mutation";
import { named } from "./object-parts";

/** What the checks about who may do what in Kafka have to catch. */
export const kafkaAccessMutations: Mutations = {
  "kafka-acls": [
    {
      what: "the authorizer taken away that reads the users' access lists",
      change: changeObject("Kafka", ({ spec }) => delete spec.kafka.authorization),
    },
    {
      what: "the listener that asks for certificates made one for passwords",
      change: changeObject("Kafka", ({ spec }) =>
        Object.assign(named(spec.kafka.listeners, "tls"), { authentication: { type: "scram-sha-512" } }),
      ),
    },
  ],
  "kafka-anonymous-clients": [
    {
      what: "the setting taken away that lets clients without a name at what no access list covers",
      change: changeObject("Kafka", ({ spec }) => delete spec.kafka.config["allow.everyone.if.no.acl.found"]),
    },
    {
      what: "the Job taken away that keeps the applications' topics open to clients without a name",
      change: removeObjects("Job", /^kafka-anonymous-acls-/),
    },
  ],
  "kafka-cluster-acls": [
    {
      what: "the users taken away whose access lists name the cluster",
      change: removeObjects("KafkaUser", /^(platform-guard|kafka-acl-admin)$/),
    },
  ],
  "kafka-internal-topics": [
    {
      what: "the user taken away whose access list names the internal topics",
      change: removeObjects("KafkaUser", /^platform-guard$/),
    },
  ],
  "kafka-open-listeners": [
    {
      what: "the peers of the listener without authentication taken away",
      change: changeObject("Kafka", ({ spec }) => delete named(spec.kafka.listeners, "plain").networkPolicyPeers),
    },
    {
      what: "the listener without authentication opened to every namespace",
      change: changeObject("Kafka", ({ spec }) =>
        named(spec.kafka.listeners, "plain").networkPolicyPeers.push({ namespaceSelector: {} }),
      ),
    },
  ],
};
